import { createSecretKey, randomBytes } from 'node:crypto';
import { derivedId } from '../envelope/derived-id';
import { KeyLost, PatientKeys, type DataKey, type KeyOwner } from './patient-keys';

/** Patients' keys for tests and trials: gone with the process. */
export class InMemoryPatientKeys extends PatientKeys {
  private readonly keys = new Map<string, DataKey | null>();
  private readonly current = new Map<string, { version: number; key: DataKey | null }>();

  keyOf(owner: KeyOwner): Promise<DataKey> {
    const name = nameOf(owner);
    const current = this.current.get(name);
    if (current?.key) return Promise.resolve(current.key);
    const version = (current?.version ?? 0) + 1;
    const key = { id: derivedId('phi-key', name, version), secret: createSecretKey(randomBytes(32)) };
    this.keys.set(key.id, key);
    this.current.set(name, { version, key });
    return Promise.resolve(key);
  }

  keyById(keyId: string): Promise<DataKey | null> {
    const key = this.keys.get(keyId);
    if (key === undefined) return Promise.reject(new KeyLost(`there is no data key ${keyId}`));
    return Promise.resolve(key);
  }

  destroy(owner: KeyOwner): Promise<void> {
    const current = this.current.get(nameOf(owner));
    if (current?.key) {
      this.keys.set(current.key.id, null);
      this.current.set(nameOf(owner), { version: current.version, key: null });
    }
    return Promise.resolve();
  }

  check(): Promise<void> {
    return Promise.resolve();
  }
}

const nameOf = ({ tenantId, ownerId }: KeyOwner): string => JSON.stringify([tenantId, ownerId]);
