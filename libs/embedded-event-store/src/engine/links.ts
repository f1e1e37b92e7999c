import { decodeData, decodeHeader } from '../encoding/recorded-event';
import type { LogIndex } from './log-index';
import { ordinalAt } from './revisions';
import type { StoredEvents } from './stored-events';
import { streamState } from './stream-state';
import { visibleRange } from './visible-range';

/** What a stored event turns out to be when links are followed. */
export type Resolution =
  | { readonly kind: 'no-link' }
  /** `target` is absent when the link leads nowhere: missing, deleted, truncated or tombstoned. */
  | { readonly kind: 'link'; readonly target: Buffer | undefined };

const LINK_EVENT_TYPE = '$>';
const NUMBER = /^[+-]?\d+$/;

/** `revision@stream`, divided at the first `@`. */
const parseTarget = (text: string): { readonly revision: number; readonly stream: string } | undefined => {
  const at = text.indexOf('@');
  const revision = text.slice(0, at);
  return at > 0 && NUMBER.test(revision) ? { revision: Number(revision), stream: text.slice(at + 1) } : undefined;
};

const visibleOrdinal = (index: LogIndex, stream: string, revision: number): number | undefined => {
  const state = streamState(index, stream);
  if (state.kind !== 'found') return undefined;
  const { first, last } = visibleRange(state.entry);
  return revision >= first && revision <= last ? ordinalAt(state.entry, revision) : undefined;
};

/** Follows a stored event one step, if it is a link. */
export const resolveLink = (index: LogIndex, stored: StoredEvents, message: Buffer): Resolution => {
  if (decodeHeader(message).type !== LINK_EVENT_TYPE) return { kind: 'no-link' };
  const parsed = parseTarget(decodeData(message).toString('utf8'));
  if (parsed === undefined) return { kind: 'no-link' };
  const ordinal = visibleOrdinal(index, parsed.stream, parsed.revision);
  return { kind: 'link', target: ordinal === undefined ? undefined : stored.message(ordinal) };
};
