import type { LogPosition } from '@referral/eventsourcing';
import { isRecord } from '../envelope/envelope-shape';
import type { StoredEvent } from '../store/event-store';

/** What an export says of an event beside how it is stored. */
export interface Shown {
  /** Its data with what the ciphertext in it says; fields with ciphertext may be left out. */
  readonly disclosed?: Readonly<Record<string, unknown>>;
  /** Why it could not be opened. */
  readonly unreadable?: string;
  /** Whether it counted at the instant that was asked for. */
  readonly counts?: boolean;
}

/** The last line of an export: what must stand before it. */
export interface Manifest {
  readonly streamId: string;
  readonly events: number;
  /** Of the last event. */
  readonly hash: string;
}

/** A line of an export: an event, or the manifest at the end. */
export type ExportLine = { readonly event: StoredEvent; readonly disclosed: unknown } | { readonly manifest: Manifest };

/** One stored event as a line of an export: JSON without line break, numbers of 64 bits as text. */
export const toExportLine = ({ revision, position, created, ...event }: StoredEvent, shown: Shown = {}): string =>
  JSON.stringify({
    ...event,
    revision: String(revision),
    position: { commit: String(position.commit), prepare: String(position.prepare) },
    created: created.toISOString(),
    ...shown,
  });

/** The last line of an export. */
export const toManifestLine = (manifest: Manifest): string => JSON.stringify({ manifest });

/** What a line says. Throws a TypeError that says what is wrong with it. */
export const fromExportLine = (line: string): ExportLine => {
  const told: unknown = parsed(line);
  if (isRecord(told) && isRecord(told['manifest'])) return { manifest: manifestOf(told['manifest']) };
  if (!isRecord(told) || !isRecord(told['position'])) throw new TypeError('the line is not a stored event');
  const { streamId, id, type, data, metadata, revision, position, created, disclosed } = told;
  if (typeof streamId !== 'string' || typeof id !== 'string' || typeof type !== 'string')
    throw new TypeError('the line is not a stored event');
  const event = {
    streamId,
    revision: wholeNumber(revision),
    position: placeOf(position),
    id,
    type,
    data,
    metadata,
    created: new Date(String(created)),
  };
  return { event, disclosed };
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new TypeError('the line is not JSON', { cause });
  }
};

const manifestOf = ({ streamId, events, hash }: Record<string, unknown>): Manifest => {
  if (typeof streamId !== 'string' || typeof events !== 'number' || typeof hash !== 'string')
    throw new TypeError('the line is not a manifest');
  return { streamId, events, hash };
};

const placeOf = ({ commit, prepare }: Record<string, unknown>): LogPosition => ({
  commit: wholeNumber(commit),
  prepare: wholeNumber(prepare),
});

const wholeNumber = (text: unknown): bigint => {
  if (typeof text !== 'string' || !/^\d{1,20}$/.test(text)) throw new TypeError('a number of the line is not one');
  return BigInt(text);
};
