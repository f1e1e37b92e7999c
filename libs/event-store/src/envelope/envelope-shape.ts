import type { EventMetadata } from '@referral/eventsourcing';

/** The fields without which an event can be neither attributed nor verified. */
const required = [
  'eventId',
  'eventType',
  'tenantId',
  'occurredAt',
  'recordedAt',
  'commandId',
  'prevHash',
  'hash',
] as const;

/** True when stored metadata is an envelope of ours. */
export const isEnvelope = (metadata: unknown): metadata is EventMetadata => {
  if (!isRecord(metadata) || !Number.isInteger(metadata['schemaVersion'])) return false;
  return required.every((field) => typeof metadata[field] === 'string') && isRecord(metadata['actor']);
};

/** True for a JSON object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
