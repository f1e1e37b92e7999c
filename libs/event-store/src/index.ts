export { derivedId } from './envelope/derived-id';
export { KeyLost, KeysUnavailable, PatientKeys, type DataKey, type KeyOwner } from './keys/patient-keys';
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
export { notFound, StreamBusy, StreamUnreadable } from './commands/command-errors';
export { CommandRunner, type CommandRunnerOptions } from './commands/command-runner';
export type { CommandResult, RunOptions } from './commands/decide';
export { EventCodec } from './envelope/event-codec';
export { hashOf, noHash, sha256 } from './envelope/hash-chain';
export { derivedNonce } from './envelope/phi-cipher';
export type { Opened, StoredShape } from './envelope/open';
export type { Envelope, Sealed, Unsealed, UnsealedEvent } from './envelope/seal';
export { CachedPatientKeys } from './keys/cached-patient-keys';
export { InMemoryPatientKeys } from './keys/in-memory-patient-keys';
export { AccessLog, type Access } from './access/access-log';
export { keptSecret, keyEncryptionKey } from './keys/key-encryption-key';
export { MongoPatientKeys, type OwnedKey } from './keys/mongo-patient-keys';
export { FollowedKnowledge } from './log/followed-knowledge';
export { openLog } from './log/open-log';
export { SequenceNumbers, type References } from './names/sequence-numbers';
export { UniqueNames, type Holding, type Name, type NameKind, type Reservation } from './names/unique-names';
export { EventStoreDb } from './store/esdb/event-store-db';
export { history, type HistoryEntry } from './log/history';
export { disclosed, undisclosed } from './verification/disclosure';
export {
  toExportLine,
  fromExportLine,
  toManifestLine,
  type ExportLine,
  type Manifest,
} from './verification/export-lines';
export { digestOf } from './verification/log-digest';
export { HeadAnchor, type Anchor } from './verification/head-anchor';
export { verifyExport, type ExportVerification } from './verification/verify-export';
export {
  verifyLog,
  type Verification,
  type VerificationProgress,
  type VerifyLogOptions,
} from './verification/verify-log';
export {
  isBroken,
  verifyEvent,
  verifyStream,
  type BrokenEvent,
  type StreamHead,
  type VerifiableEvent,
} from './verification/verify-stream';
