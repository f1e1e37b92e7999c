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
  readonly target: ReadTarget | undefined;
  readonly direction: Direction;
  readonly resolveLinks: boolean;
  readonly count: number;
  readonly isSubscription: boolean;
  readonly filter: FilterRequest | undefined;
}

/** The window that EventStoreDB uses when the client leaves it to the server. */
const DEFAULT_WINDOW = 32;

const passEmpty = (cursor: Cursor): void => {
  readMessage(cursor);
};

const readStreamTarget = (cursor: Cursor): ReadTarget => {
  let stream = '';
  let from: bigint | 'start' | 'end' = 'start';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) stream = readStreamName(cursor);
    else if (tag === 0x10) from = readUint64(cursor);
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
    if (tag === 0x0a) from = readPosition(readMessage(cursor));
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

const readOptions = (cursor: Cursor): ReadRequest => {
  const options = {
    target: undefined as ReadTarget | undefined,
    direction: 'forwards' as Direction,
    resolveLinks: false,
    count: 0,
    isSubscription: false,
    filter: undefined as FilterRequest | undefined,
  };
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) options.target = readStreamTarget(readMessage(cursor));
    else if (tag === 0x12) options.target = readAllTarget(readMessage(cursor));
    else if (tag === 0x18) options.direction = readVarint(cursor) === 1 ? 'backwards' : 'forwards';
    else if (tag === 0x20) options.resolveLinks = readVarint(cursor) !== 0;
    else if (tag === 0x28) options.count = readVarint(cursor);
    else if (tag === 0x3a) options.filter = readFilter(readMessage(cursor));
    else {
      if (tag === 0x32) options.isSubscription = true;
      skipField(cursor, tag);
    }
  }
  return options;
};

/** A request without options asks for nothing. */
export const decodeReadRequest = (message: Buffer): ReadRequest => {
  const cursor = cursorOver(message);
  let request = readOptions(cursorOver(Buffer.alloc(0)));
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) request = readOptions(readMessage(cursor));
    else skipField(cursor, tag);
  }
  return request;
};
