import { categoryOf } from '@referral/eventsourcing';
import { CachedPatientKeys } from '../keys/cached-patient-keys';
import { KeyLost, type KeyOwner, type PatientKeys } from '../keys/patient-keys';
import type { StoredEvent } from '../store/event-store';
import { defectOf, openWith, type EnvelopedEvent, type Opened, type StoredShape } from './open';
import type { NonceOf } from './phi-cipher';
import { needsKey, seal, type Sealed, type Unsealed } from './seal';

/** What a codec is made of. */
export interface EventCodecOptions {
  readonly aggregates: readonly StoredShape[];
  /** `null` for one who has no business with PHI: events open as if every key were destroyed, and none with PHI can be sealed. */
  readonly keys: PatientKeys | null;
  readonly nonceOf?: NonceOf;
}

/**
 * Seals decided events for the store and opens stored ones. Both answer at once when no key has to be fetched, and with a
 * promise otherwise, which rejects with KeysUnavailable when the keys cannot be reached.
 */
export class EventCodec {
  private readonly shapes: ReadonlyMap<string, StoredShape>;
  private readonly keys: CachedPatientKeys | null;

  private readonly nonceOf: NonceOf | undefined;

  /**
   * @param aggregates how the events of each category are stored; events of other categories are opened as they are
   * @param nonceOf how the nonces of PHI are made; fresh random ones by default
   */
  constructor({ aggregates, keys, nonceOf }: EventCodecOptions) {
    this.nonceOf = nonceOf;
    this.shapes = new Map(aggregates.map((aggregate) => [aggregate.category, aggregate]));
    this.keys = keys === null || keys instanceof CachedPatientKeys ? keys : new CachedPatientKeys(keys);
  }

  /** @param owner whose key encrypts what is marked PHI */
  seal(unsealed: Unsealed, owner: KeyOwner): Sealed | Promise<Sealed> {
    if (!needsKey(unsealed)) return seal(unsealed);
    if (!this.keys) throw new TypeError('a codec without keys seals no PHI');
    const key = this.keys.peekOf(owner);
    return key
      ? seal(unsealed, key, this.nonceOf)
      : this.keys.keyOf(owner).then((fetched) => seal(unsealed, fetched, this.nonceOf));
  }

  open(stored: StoredEvent): Opened | Promise<Opened> {
    const shape = this.shapes.get(categoryOf(stored.streamId));
    const reason = defectOf(stored, shape);
    if (reason !== null) return { kind: 'unreadable', reason };
    const enveloped = stored as EnvelopedEvent;
    if (!this.keys) return openWith(enveloped, shape, null);
    const { phiKeyId } = enveloped.metadata;
    if (phiKeyId === undefined) return openWith(enveloped, shape, undefined);
    const key = this.keys.peekById(phiKeyId);
    if (key !== undefined) return openWith(enveloped, shape, key);
    return this.keys.keyById(phiKeyId).then((fetched) => openWith(enveloped, shape, fetched), unreadableWithout);
  }

  /** Resolves when the keys that it has can be had now. Throws KeysUnavailable. */
  async checkKeys(): Promise<void> {
    await this.keys?.check();
  }
}

const unreadableWithout = (error: unknown): Opened => {
  if (error instanceof KeyLost) return { kind: 'unreadable', reason: error.message };
  throw error;
};
