import {
  type DataKey,
  derivedId,
  type KeyOwner,
  KeyLost,
  KeysUnavailable,
  type OwnedKey,
  PatientKeys,
} from '@referral/event-store';
import { createSecretKey, hkdfSync } from 'node:crypto';

const secretBytes = 32;

/**
 * Patients' keys that follow from the name of a history, so that its ciphertext is the same each time. Whoever knows the name knows the
 * keys: they are for made-up patients alone. Nothing that they encrypt may be stored before they are kept, see `made`.
 */
export class SeededKeys extends PatientKeys {
  private readonly keys = new Map<string, DataKey>();
  private unkept: OwnedKey[] = [];

  constructor(private readonly name: string) {
    super();
  }

  keyOf(owner: KeyOwner): Promise<DataKey> {
    const id = derivedId(this.name, owner.tenantId, owner.ownerId);
    const known = this.keys.get(id);
    if (known) return Promise.resolve(known);
    const bytes = hkdfSync('sha256', this.name, id, 'referral-ledger seed', secretBytes);
    const key = { id, secret: createSecretKey(Buffer.from(bytes)) };
    this.keys.set(id, key);
    this.unkept.push({ owner, key });
    return Promise.resolve(key);
  }

  keyById(keyId: string): Promise<DataKey | null> {
    const key = this.keys.get(keyId);
    return key ? Promise.resolve(key) : Promise.reject(new KeyLost(`there is no data key ${keyId}`));
  }

  destroy(): Promise<void> {
    return Promise.reject(new KeysUnavailable('seeded keys follow from a name, so they cannot be destroyed here'));
  }

  check(): Promise<void> {
    return Promise.resolve();
  }

  /** The keys that were made since this was last asked. */
  made(): readonly OwnedKey[] {
    const made = this.unkept;
    this.unkept = [];
    return made;
  }
}
