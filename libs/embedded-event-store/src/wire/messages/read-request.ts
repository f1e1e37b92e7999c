import {
  cursorOver,
  hasMore,
  readMessage,
  readText,
  readUint64,
  readVarint,
  skipField,
} from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import type { FilterExpression } from '../../engine/event-filter';
import type { Direction } from '../../engine/read-stream';
import { invalidArgument, unknown } from '../status';
import { readStreamName } from './common';

export interface WirePosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export type ReadTarget =
  | { readonly kind: 'stream'; readonly stream: string; readonly from: bigint | 'start' | 'end' }
  | { readonly kind: 'all'; readonly from: WirePosition | 'start' | 'end' };

/** A filter as it was asked for. */
export interface FilterRequest extends FilterExpression {
  /** Events after which a checkpoint is due, counted in `checkpointIntervalMultiplier`. */
  readonly window: number;
  readonly checkpointIntervalMultiplier: number;
}

/** `ReadReq`: a read of a stream or of everything, once or as a subscription. */
export interface ReadRequest {
  readonly target: ReadTarget;
  readonly direction: Direction;
  readonly resolveLinks: boolean;
  readonly count: number;
  readonly isSubscription: boolean;
  readonly filter: FilterRequest | undefined;
}

/** The window that EventStoreDB uses when the client leaves it to the server. */
const DEFAULT_WINDOW = 32;

const GREATEST = 2n ** 63n - 1n;
const END = 2n ** 64n - 1n;

/** A revision or a part of a position as it came; 2^64 - 1 stands for the end. */
const toPlace = (place: bigint): bigint | 'end' => {
  if (place === END) return 'end';
  if (place > GREATEST) throw unknown(`${place} is above every place that there can be.`);
  return place;
};

const toPosition = (position: WirePosition): WirePosition | 'end' => {
  const [commit, prepare] = [toPlace(position.commit), toPlace(position.prepare)];
  return commit === 'end' || prepare === 'end' ? 'end' : { commit, prepare };
};

const passEmpty = (cursor: Cursor): void => {
  readMessage(cursor);
};

const readStreamTarget = (cursor: Cursor): ReadTarget => {
  let stream = '';
  let from: bigint | 'start' | 'end' = 'start';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) stream = readStreamName(cursor);
    else if (tag === 0x10) from = toPlace(readUint64(cursor));
    else {
      if (tag === 0x1a) from = 'start';
      if (tag === 0x22) from = 'end';
      skipField(cursor, tag);
    }
  }
  return { kind: 'stream', stream, from };
};

export const readPosition = (cursor: Cursor): WirePosition => {
  let [commit, prepare] = [0n, 0n];
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x08) commit = readUint64(cursor);
    else if (tag === 0x10) prepare = readUint64(cursor);
    else skipField(cursor, tag);
  }
  return { commit, prepare };
};

const readAllTarget = (cursor: Cursor): ReadTarget => {
  let from: WirePosition | 'start' | 'end' = 'start';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) from = toPosition(readPosition(readMessage(cursor)));
    else {
      if (tag === 0x1a) from = 'end';
      skipField(cursor, tag);
    }
  }
  return { kind: 'all', from };
};

const readExpression = (
  cursor: Cursor,
): { readonly regex: string | undefined; readonly prefixes: readonly string[] } => {
  const prefixes: string[] = [];
  let regex: string | undefined;
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) regex = readText(cursor);
    else if (tag === 0x12) prefixes.push(readText(cursor));
    else skipField(cursor, tag);
  }
  return { regex: regex === '' ? undefined : regex, prefixes };
};

export const readFilter = (cursor: Cursor): FilterRequest => {
  let filter: FilterRequest = {
    on: 'stream-name',
    regex: undefined,
    prefixes: [],
    window: DEFAULT_WINDOW,
    checkpointIntervalMultiplier: 1,
  };
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) filter = { ...filter, on: 'stream-name', ...readExpression(readMessage(cursor)) };
    else if (tag === 0x12) filter = { ...filter, on: 'event-type', ...readExpression(readMessage(cursor)) };
    else if (tag === 0x18) filter = { ...filter, window: readVarint(cursor) };
    else if (tag === 0x22) passEmpty(cursor);
    else if (tag === 0x28) filter = { ...filter, checkpointIntervalMultiplier: readVarint(cursor) };
    else skipField(cursor, tag);
  }
  return filter;
};

/** What a request may ask for in one of several ways; what it does not say is absent. */
interface Choices {
  target?: ReadTarget;
  amount?: 'count' | 'subscription';
  filtering?: 'filter' | 'no filter';
}

/** Streams are read without a filter, and subscriptions go forwards; everything has to be said. */
const requireTarget = ({ target, amount, filtering }: Choices, direction: Direction): ReadTarget => {
  const isPossible =
    amount !== undefined &&
    filtering !== undefined &&
    (amount === 'count' || direction === 'forwards') &&
    (target?.kind === 'all' || filtering === 'no filter');
  if (target === undefined || !isPossible)
    throw invalidArgument(
      `The combination of (${target?.kind ?? 'none'}, ${amount ?? 'none'}, ${direction}, ${filtering ?? 'none'}) is invalid.`,
    );
  return target;
};

const readOptions = (cursor: Cursor): ReadRequest => {
  const choices: Choices = {};
  let direction: Direction = 'forwards';
  let [resolveLinks, count] = [false, 0];
  let filter: FilterRequest | undefined;
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) choices.target = readStreamTarget(readMessage(cursor));
    else if (tag === 0x12) choices.target = readAllTarget(readMessage(cursor));
    else if (tag === 0x18) direction = readVarint(cursor) === 1 ? 'backwards' : 'forwards';
    else if (tag === 0x20) resolveLinks = readVarint(cursor) !== 0;
    else if (tag === 0x28) [choices.amount, count] = ['count', readVarint(cursor)];
    else if (tag === 0x3a) [choices.filtering, filter] = ['filter', readFilter(readMessage(cursor))];
    else {
      if (tag === 0x32) choices.amount = 'subscription';
      if (tag === 0x42) choices.filtering = 'no filter';
      skipField(cursor, tag);
    }
  }
  const target = requireTarget(choices, direction);
  return { target, direction, resolveLinks, count, isSubscription: choices.amount === 'subscription', filter };
};

/**
 * What is asked for.
 * @throws CallFailure when that is nothing, or cannot be had together.
 */
export const decodeReadRequest = (message: Buffer): ReadRequest => {
  const cursor = cursorOver(message);
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) return readOptions(readMessage(cursor));
    skipField(cursor, tag);
  }
  return readOptions(cursorOver(Buffer.alloc(0)));
};
