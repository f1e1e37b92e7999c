import { patientKeysContract } from '../testing/patient-keys.contract';
import { CachedPatientKeys } from './cached-patient-keys';
import { InMemoryPatientKeys } from './in-memory-patient-keys';

patientKeysContract('Keys in memory', () => {
  const keys = new InMemoryPatientKeys();
  return Promise.resolve({ open: () => keys, stop: () => Promise.resolve() });
});

patientKeysContract('Remembered keys', () => {
  const keys = new CachedPatientKeys(new InMemoryPatientKeys());
  return Promise.resolve({ open: () => keys, stop: () => Promise.resolve() });
});
