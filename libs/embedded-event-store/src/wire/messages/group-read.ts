import { cursorOver, hasMore, readMessage, readText, readVarint, skipField } from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import { field, textField, varintField } from '../../encoding/protobuf-writer';
import { recordedBytes, storedPosition } from '../../encoding/recorded-event';
import { ALL } from '../../groups/group-key';
import type { GroupKey } from '../../groups/group-key';
import type { GroupMessage } from '../../groups/group-message';
import type { Refusal } from '../../groups/persistent-group';
import { readStreamName, readUuid } from './common';

/** What a consumer says: first which group it joins, then what it did with messages. */
export type ConsumerPart =
  | { readonly kind: 'join'; readonly key: GroupKey; readonly slots: number }
  | { readonly kind: 'acknowledge'; readonly ids: readonly string[] }
  | { readonly kind: 'refuse'; readonly ids: readonly string[]; readonly how: Refusal; readonly reason: string }
  | { readonly kind: 'nothing' };

/** By number; an unknown action is tried again. */
const REFUSALS: readonly Refusal[] = ['retry', 'park', 'retry', 'skip', 'stop'];

const readJoin = (cursor: Cursor): ConsumerPart => {
  let [source, group] = ['', ''];
  let slots = 0;
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) source = readStreamName(cursor);
    else if (tag === 0x12) group = readText(cursor);
    else if (tag === 0x18) slots = readVarint(cursor);
    else {
      if (tag === 0x2a) source = ALL;
      skipField(cursor, tag);
    }
  }
  return { kind: 'join', key: { source, group }, slots };
};

const readAcknowledgement = (cursor: Cursor): ConsumerPart => {
  const ids: string[] = [];
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x12) ids.push(readUuid(cursor));
    else skipField(cursor, tag);
  }
  return { kind: 'acknowledge', ids };
};

const readRefusal = (cursor: Cursor): ConsumerPart => {
  const ids: string[] = [];
  let how: Refusal = 'retry';
  let reason = '';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x12) ids.push(readUuid(cursor));
    else if (tag === 0x18) how = REFUSALS[readVarint(cursor)] ?? 'retry';
    else if (tag === 0x22) reason = readText(cursor);
    else skipField(cursor, tag);
  }
  return { kind: 'refuse', ids, how, reason };
};

export const decodeConsumerPart = (message: Buffer): ConsumerPart => {
  const cursor = cursorOver(message);
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) return readJoin(readMessage(cursor));
    if (tag === 0x12) return readAcknowledgement(readMessage(cursor));
    if (tag === 0x1a) return readRefusal(readMessage(cursor));
    skipField(cursor, tag);
  }
  return { kind: 'nothing' };
};

export const groupConfirmation = (subscriptionId: string): Buffer => field(2, textField(1, subscriptionId));

/** A message for a consumer, with how often it was sent again. */
export const groupEvent = ({ event, link, retryCount }: GroupMessage): Buffer => {
  const original = link ?? event;
  return field(
    1,
    ...(event === undefined ? [] : [field(1, recordedBytes(event))]),
    ...(link === undefined ? [] : [field(2, recordedBytes(link))]),
    ...(original === undefined ? [] : [varintField(3, storedPosition(original))]),
    varintField(5, retryCount),
  );
};
