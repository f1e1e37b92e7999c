import type { KeyObject } from 'node:crypto';

/** A data key: it encrypts the PHI of one owner. */
export interface DataKey {
  /** UUID, written beside everything that the key encrypts. */
  readonly id: string;
  /** 32 bytes, for AES-256-GCM. */
  readonly secret: KeyObject;
}

/** Names of whom a key belongs to: a patient of a tenant, or a stream that concerns no patient yet. */
export interface KeyOwner {
  readonly tenantId: string;
  readonly ownerId: string;
}

/**
 * The patients' data keys. They are kept outside the log, so that destroying one makes what it encrypted unreadable for ever
 * while the log stays whole. All methods throw KeysUnavailable when the keys cannot be reached.
 */
export abstract class PatientKeys {
  /** The key that encrypts from now on; made at the first call. Two processes that ask at once get one key. */
  abstract keyOf(owner: KeyOwner): Promise<DataKey>;
  /** The key of this id; `null` when it was destroyed. Throws KeyLost for an id that never was. */
  abstract keyById(keyId: string): Promise<DataKey | null>;
  /** Destroys every key of an owner. What comes later is encrypted under a new one. */
  abstract destroy(owner: KeyOwner): Promise<void>;
  /** Resolves when keys can be had now. */
  abstract check(): Promise<void>;
}

/** The keys cannot be had now, so PHI can be neither written nor read. There is no way around it in plaintext. */
export class KeysUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeysUnavailable';
  }
}

/**
 * One key cannot be had although others can: it is not there, or does not open. What it encrypts cannot be read until somebody brings it
 * back, so nothing else waits for that.
 */
export class KeyLost extends KeysUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'KeyLost';
  }
}
