import type { Aggregate, EventMetadata, RecordedEvent, Upcasters } from '@referral/eventsourcing';
import type { DataKey } from '../keys/patient-keys';
import type { StoredEvent } from '../store/event-store';
import { isEnvelope, isRecord } from './envelope-shape';
import { decrypt, isCiphertext, type Ciphertext, type Place } from './phi-cipher';

/** How the events of one kind of aggregate are stored. */
export type StoredShape = Pick<Aggregate, 'category' | 'events' | 'upcasters'>;

/** An event that could be opened, or why it could not. */
export type Opened =
  { readonly kind: 'event'; readonly event: RecordedEvent } | { readonly kind: 'unreadable'; readonly reason: string };

/** A stored event that has the form of one of ours. */
export type EnvelopedEvent = StoredEvent & {
  readonly data: Record<string, unknown>;
  readonly metadata: EventMetadata;
};

/** Why an event cannot be opened; `null` when its form is one of ours and its version is known here. */
export const defectOf = (stored: StoredEvent, shape: StoredShape | undefined): string | null => {
  if (!isRecord(stored.data)) return 'the data is not a JSON object';
  if (!isEnvelope(stored.metadata)) return 'the metadata is not an event envelope';
  if (!shape) return null;
  const eventType = Object.hasOwn(shape.events, stored.type) ? shape.events[stored.type] : undefined;
  if (!eventType) return `the event type ${stored.type} is not known here`;
  const { schemaVersion } = stored.metadata;
  return schemaVersion >= 1 && schemaVersion <= eventType.schemaVersion
    ? null
    : `schema version ${schemaVersion} of ${stored.type} is not known here, only up to ${eventType.schemaVersion}`;
};

/** Decrypts and upcasts an event without defect. `key` is the one that its metadata names; `null` when it was destroyed. */
export const openWith = (
  stored: EnvelopedEvent,
  shape: StoredShape | undefined,
  key: DataKey | null | undefined,
): Opened => {
  const { streamId, revision, position, type, metadata } = stored;
  const redacted: string[] = [];
  const read = (value: unknown, path: string): unknown => {
    if (isCiphertext(value)) {
      if (key) return decrypted(value, { streamId, eventId: metadata.eventId, path }, key);
      redacted.push(path);
      return null;
    }
    return opened(value, path, read);
  };
  try {
    const data =
      metadata.phiKeyId === undefined ? stored.data : (opened(stored.data, '', read) as EnvelopedEvent['data']);
    const event = {
      type,
      data: upcast(type, metadata.schemaVersion, data, shape),
      occurredAt: metadata.occurredAt,
      streamId,
      revision,
      position,
      metadata,
      ...(redacted.length > 0 && { redacted }),
    };
    return { kind: 'event', event };
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : 'it cannot be opened' };
  }
};

const decrypted = (value: Ciphertext, place: Place, key: DataKey): unknown => {
  try {
    return decrypt(value, place, key);
  } catch (cause) {
    throw new TypeError(
      `the field ${place.path} does not decrypt: it was changed, moved or encrypted under another key`,
      {
        cause,
      },
    );
  }
};

const opened = (value: unknown, at: string, read: (value: unknown, path: string) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((item, index) => read(item, `${at}[${index}]`));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, read(inner, at === '' ? name : `${at}.${name}`)]),
  );
};

const upcast = (
  type: string,
  from: number,
  data: Readonly<Record<string, unknown>>,
  shape: StoredShape | undefined,
): Readonly<Record<string, unknown>> => {
  const target = shape?.events[type]?.schemaVersion ?? from;
  const upcasters: Upcasters[string] = shape?.upcasters[type] ?? {};
  let current = data;
  for (let version = from; version < target; version += 1) {
    const next = upcasters[version];
    if (!next) throw new TypeError(`${type} has no upcaster from version ${version}`);
    current = next(current);
  }
  return current;
};
