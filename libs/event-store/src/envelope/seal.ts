import type { DomainEvent, EventMetadata, EventType, PolicyReference } from '@referral/eventsourcing';
import type { DataKey } from '../keys/patient-keys';
import type { EventToStore } from '../store/event-store';
import { backdating } from './backdating';
import { callerId } from './caller-id';
import { derivedId } from './derived-id';
import { hashOf } from './hash-chain';
import { encrypt, type NonceOf } from './phi-cipher';
import { changePhi, hasPhi } from './phi-paths';

/** What all events of one command have in common. */
export type Envelope = Omit<
  EventMetadata,
  | 'eventId'
  | 'eventType'
  | 'schemaVersion'
  | 'stage'
  | 'occurredAt'
  | 'backdated'
  | 'policyRefs'
  | 'phiKeyId'
  | 'prevHash'
  | 'hash'
>;

/** One decided event, with how its type is stored. */
export interface UnsealedEvent {
  readonly event: DomainEvent;
  readonly eventType: EventType;
  readonly stage?: { readonly before: string; readonly after: string };
  readonly policyRefs?: readonly PolicyReference[];
}

/** The decided events of one command, and the end of the stream that they go to. */
export interface Unsealed {
  readonly streamId: string;
  readonly envelope: Envelope;
  readonly events: readonly UnsealedEvent[];
  /** Code of the reason that the command gave. */
  readonly reason?: string;
  /** Hash of the stream's last event. */
  readonly prevHash: string;
}

/** Events ready for the store, and the hash that the stream then ends with. */
export interface Sealed {
  readonly events: readonly EventToStore[];
  readonly hash: string;
}

/** True when one of the events has a value that must be encrypted. */
export const needsKey = ({ events }: Unsealed): boolean =>
  events.some(({ event, eventType }) => hasPhi(event.data, eventType.phi));

/**
 * Gives events their ids and envelope, encrypts their PHI and chains them. `key` is needed when `needsKey` says so.
 * @param nonceOf how nonces are made; fresh random ones by default
 */
export const seal = (unsealed: Unsealed, key?: DataKey, nonceOf?: NonceOf): Sealed => {
  let { prevHash } = unsealed;
  const told = { ...unsealed, envelope: withoutFreeText(unsealed.envelope) };
  const events = unsealed.events.map((event, index) => {
    const sealed = sealOne(told, event, index, prevHash, key, nonceOf);
    prevHash = sealed.metadata.hash;
    return sealed;
  });
  return { events, hash: prevHash };
};

/** The ids that are published. The idempotency key stays as it came: it is compared and never published. */
const withoutFreeText = (envelope: Envelope): Envelope => ({
  ...envelope,
  correlationId: callerId(envelope.tenantId, envelope.correlationId),
  causationId: callerId(envelope.tenantId, envelope.causationId),
});

const sealOne = (
  { streamId, envelope, reason }: Unsealed,
  { event, eventType, stage, policyRefs = [] }: UnsealedEvent,
  index: number,
  prevHash: string,
  key: DataKey | undefined,
  nonceOf: NonceOf | undefined,
): EventToStore & { readonly metadata: EventMetadata } => {
  const { type, occurredAt } = event;
  const id = derivedId(envelope.tenantId, streamId, envelope.commandId, index);
  const backdated = backdating({ occurredAt, recordedAt: envelope.recordedAt }, reason);
  const protect = hasPhi(event.data, eventType.phi);
  if (protect && !key) throw new TypeError(`${type} has PHI and no key to encrypt it`);
  const data = protect && key ? encrypted(event.data, eventType.phi, streamId, id, key, nonceOf) : event.data;
  const metadata = {
    ...envelope,
    eventId: id,
    eventType: type,
    schemaVersion: eventType.schemaVersion,
    ...(stage && { stage }),
    occurredAt,
    ...(backdated && { backdated }),
    ...(policyRefs.length > 0 && { policyRefs }),
    ...(protect && key && { phiKeyId: key.id }),
    $correlationId: envelope.correlationId,
    $causationId: envelope.causationId,
    prevHash,
    hash: '',
  };
  return { id, type, data, metadata: Object.assign(metadata, { hash: hashOf({ type, data, metadata }) }) };
};

const encrypted = (
  data: unknown,
  paths: readonly string[],
  streamId: string,
  eventId: string,
  key: DataKey,
  nonceOf: NonceOf | undefined,
): unknown => {
  // A look-alike would make the whole event unreadable, so the caller hears of it now.
  if (mentionsCiphertext(data)) throw new TypeError('a field is named $phi');
  return changePhi(data, paths, (value, path) => encrypt(value, { streamId, eventId, path }, key, nonceOf));
};

const mentionsCiphertext = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ('$phi' in value || Object.values(value as Record<string, unknown>).some(mentionsCiphertext));
