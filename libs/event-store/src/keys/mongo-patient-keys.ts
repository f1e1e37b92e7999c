import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { Binary, type Collection, type MongoClient, MongoServerError } from 'mongodb';
import { within } from '../store/within';
import { type DataKey, KeyLost, type KeyOwner, KeysUnavailable, PatientKeys } from './patient-keys';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** A data key as it is kept: wrapped; without `wrapped` it was destroyed. */
interface KeyDocument {
  /** Of the key. */
  readonly _id: string;
  readonly tenantId: string;
  readonly ownerId: string;
  /** Rises with each key of one owner; together they are unique, so two processes cannot make two keys. */
  readonly version: number;
  /** nonce, ciphertext and tag, one after the other; the key's id is authenticated with them. */
  readonly wrapped?: Binary;
  readonly createdAt: Date;
  readonly destroyedAt?: Date;
}

/** A data key and whose it is. */
export interface OwnedKey {
  readonly owner: KeyOwner;
  readonly key: DataKey;
}

const duplicateKey = 11_000;

/** How long the keys may take to answer, ms; the driver alone would look for a server for half a minute. */
const patience = 5_000;

/** The patients' data keys in a MongoDB database of their own, wrapped by a key-encryption key. No rebuild touches it. */
export class MongoPatientKeys extends PatientKeys {
  private readonly keys: Collection<KeyDocument>;
  private prepared: Promise<unknown> | undefined;
  /** The key-encryption key has opened a key, or wrapped the first: so it is the right one. */
  private proven = false;

  /** @param database name of the keys' own database */
  constructor(
    client: MongoClient,
    private readonly keyEncryptionKey: KeyObject,
    database = 'keys',
  ) {
    super();
    this.keys = client.db(database, { writeConcern: { w: 'majority' } }).collection<KeyDocument>('patient_keys');
  }

  async keyOf({ tenantId, ownerId }: KeyOwner): Promise<DataKey> {
    return this.asking(async () => {
      await this.prepare();
      for (;;) {
        const newest = await this.keys.findOne({ tenantId, ownerId }, { sort: { version: -1 } });
        if (newest?.wrapped) return this.unwrapped(newest._id, newest.wrapped);
        const made = await this.make({ tenantId, ownerId }, (newest?.version ?? 0) + 1);
        if (made) return made;
      }
    });
  }

  /**
   * Keeps keys that were made elsewhere, each as the first of its owner, so that what they encrypted can be read. Keeping them again
   * changes nothing. Throws KeysUnavailable when an owner has another key already.
   */
  async adopt(made: readonly OwnedKey[]): Promise<void> {
    if (made.length === 0) return;
    await this.asking(async () => {
      await this.prepare();
      const documents = made.map((owned) => this.documentOf(owned));
      await this.keys.insertMany(documents, { ordered: false }).catch((error: unknown) => {
        if (!(error instanceof MongoServerError && error.code === duplicateKey)) throw error;
      });
      const kept = await this.keys.countDocuments({ _id: { $in: documents.map(({ _id }) => _id) } });
      if (kept < documents.length) throw new KeysUnavailable('an owner has another data key already');
    });
  }

  async keyById(keyId: string): Promise<DataKey | null> {
    return this.asking(async () => {
      await this.prove();
      const found = await this.keys.findOne({ _id: keyId });
      if (!found) throw new KeyLost(`there is no data key ${keyId}`);
      return found.wrapped ? this.unwrapped(keyId, found.wrapped) : null;
    });
  }

  async destroy({ tenantId, ownerId }: KeyOwner): Promise<void> {
    await this.asking(() =>
      this.keys.updateMany(
        { tenantId, ownerId, wrapped: { $exists: true } },
        { $unset: { wrapped: '' }, $set: { destroyedAt: new Date() } },
      ),
    );
  }

  async check(): Promise<void> {
    await this.asking(async () => {
      await this.prove();
      await this.keys.findOne({}, { projection: { _id: 1 } });
    });
  }

  /** `null` when another process made the key of this version first. */
  private async make(owner: KeyOwner, version: number): Promise<DataKey | null> {
    const key = { id: randomUUID(), secret: createSecretKey(randomBytes(32)) };
    try {
      await this.keys.insertOne({
        _id: key.id,
        ...owner,
        version,
        wrapped: this.wrapped(key),
        createdAt: new Date(),
      });
      this.proven = true;
      return key;
    } catch (error) {
      if (error instanceof MongoServerError && error.code === duplicateKey) return null;
      throw error;
    }
  }

  private documentOf({ owner: { tenantId, ownerId }, key }: OwnedKey): KeyDocument {
    return { _id: key.id, tenantId, ownerId, version: 1, wrapped: this.wrapped(key), createdAt: new Date() };
  }

  private wrapped({ id, secret }: DataKey): Binary {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, this.keyEncryptionKey, nonce).setAAD(Buffer.from(id));
    return new Binary(Buffer.concat([nonce, cipher.update(secret.export()), cipher.final(), cipher.getAuthTag()]));
  }

  private unwrapped(id: string, wrapped: Binary): DataKey {
    const bytes = Buffer.from(wrapped.value());
    const decipher = createDecipheriv(algorithm, this.keyEncryptionKey, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(id))
      .setAuthTag(bytes.subarray(-tagBytes));
    try {
      const secret = Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
      this.proven = true;
      return { id, secret: createSecretKey(secret) };
    } catch (cause) {
      const Failure = this.proven ? KeyLost : KeysUnavailable;
      throw new Failure(`data key ${id} was wrapped by another key-encryption key`, { cause });
    }
  }

  private prepare(): Promise<unknown> {
    this.prepared ??= this.prove()
      .then(() => this.keys.createIndex({ tenantId: 1, ownerId: 1, version: 1 }, { unique: true }, {}))
      .catch((error: unknown) => {
        this.prepared = undefined;
        throw error;
      });
    return this.prepared;
  }

  /** Tries the key-encryption key on a key that is there: a wrong one must not wrap new keys, and opens none of the old ones. */
  private async prove(): Promise<void> {
    if (this.proven) return;
    const kept = await this.keys.findOne({ wrapped: { $exists: true } });
    if (kept?.wrapped) this.unwrapped(kept._id, kept.wrapped);
  }

  private async asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await within(patience, 'the answer of the key store', ask());
    } catch (error) {
      if (error instanceof KeysUnavailable) throw error;
      throw new KeysUnavailable('the patients’ keys cannot be reached', { cause: error });
    }
  }
}
