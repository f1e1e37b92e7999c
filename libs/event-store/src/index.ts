export { derivedId } from './envelope/derived-id';
export { KeysUnavailable, PatientKeys, type DataKey, type KeyOwner } from './keys/patient-keys';
export { categoryOf, idOf } from './store/category';
export { AppendRefused, RevisionConflict, StoreUnavailable } from './store/errors';
export {
  EventStore,
  type Appended,
  type EventToStore,
  type ExpectedRevision,
  type ReadAllOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type StoredMessage,
} from './store/event-store';
export { InMemoryEventStore } from './store/in-memory-event-store';
export { comparePositions, isAfter } from './store/position';
