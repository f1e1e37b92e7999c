import { decodeData, decodeHeader } from '../encoding/recorded-event';
import type { LogIndex, StreamEntry } from './log-index';
import { ordinalAt } from './revisions';
import type { StoredEvents } from './stored-events';
import { streamState } from './stream-state';
import { isYoungEnough, visibleRange } from './visible-range';

/** What a stored event turns out to be when links are followed. */
export type Resolution =
  | { readonly kind: 'no-link' }
  /** `target` is absent when the link leads nowhere: missing, deleted, truncated, expired or tombstoned. */
  | { readonly kind: 'link'; readonly target: Buffer | undefined };

const LINK_EVENT_TYPE = '$>';
const NUMBER = /^\s*[+-]?\d+\s*$/;

interface LinkTarget {
  /** -1 for the last event, whichever that is. */
  readonly revision: number;
  /** `undefined` when the link names none. */
  readonly stream: string | undefined;
}

/** `revision@stream`, divided at the first `@`; `undefined` for what does not begin with a number. */
const parseTarget = (text: string): LinkTarget | undefined => {
  const [revision = '', ...rest] = text.split('@');
  if (!NUMBER.test(revision)) return undefined;
  return { revision: Number(revision), stream: rest.length === 0 ? undefined : rest.join('@') };
};

const visibleOrdinal = (entry: StreamEntry, revision: number): number | undefined => {
  const { first, last } = visibleRange(entry);
  const wanted = revision === -1 ? last : revision;
  return wanted >= first && wanted <= last ? ordinalAt(entry, wanted) : undefined;
};

/** What links are followed through. */
export interface LinkParts {
  readonly index: LogIndex;
  readonly stored: StoredEvents;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const visibleEvent = ({ index, stored, now }: LinkParts, { stream, revision }: LinkTarget): Buffer | undefined => {
  const state = stream === undefined ? undefined : streamState(index, stream);
  if (state?.kind !== 'found') return undefined;
  const ordinal = visibleOrdinal(state.entry, revision);
  const message = ordinal === undefined ? undefined : stored.message(ordinal);
  return message !== undefined && isYoungEnough(state.entry.metadata, message, now()) ? message : undefined;
};

/** Follows a stored event one step, if it is a link. */
export const resolveLink = (parts: LinkParts, message: Buffer): Resolution => {
  if (decodeHeader(message).type !== LINK_EVENT_TYPE) return { kind: 'no-link' };
  const target = parseTarget(decodeData(message).toString('utf8'));
  return target === undefined ? { kind: 'no-link' } : { kind: 'link', target: visibleEvent(parts, target) };
};
