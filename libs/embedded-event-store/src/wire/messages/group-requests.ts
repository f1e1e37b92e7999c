import { cursorOver, hasMore, readMessage, readText, readVarint, skipField } from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import type { FilterExpression } from '../../engine/event-filter';
import { ALL } from '../../groups/group-key';
import type { GroupKey } from '../../groups/group-key';
import type { GroupSettings, StartFrom } from '../../groups/group-settings';
import { invalidArgument } from '../status';
import { readStreamName } from './common';
import { readSettings, toStart } from './group-settings';
import type { WireSettings } from './group-settings';
import { readFilter, readPosition } from './read-request';

/** Which group, and how it shall work. */
export interface GroupConfiguration {
  readonly key: GroupKey;
  readonly settings: GroupSettings;
}

interface SourceOptions {
  readonly source: string;
  readonly startFrom: StartFrom | undefined;
  readonly filter?: FilterExpression;
}

const readStreamOptions = (cursor: Cursor): SourceOptions => {
  let options: SourceOptions = { source: '', startFrom: 'end' };
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) options = { ...options, source: readStreamName(cursor) };
    else if (tag === 0x10) options = { ...options, startFrom: toStart(BigInt(readVarint(cursor))) };
    else {
      if (tag === 0x1a) options = { ...options, startFrom: 0 };
      skipField(cursor, tag);
    }
  }
  return options;
};

const readAllOptions = (cursor: Cursor): SourceOptions => {
  let options: SourceOptions = { source: ALL, startFrom: 'end' };
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) options = { ...options, startFrom: Number(readPosition(readMessage(cursor)).commit) };
    else if (tag === 0x22) {
      const { on, regex, prefixes } = readFilter(readMessage(cursor));
      options = { ...options, filter: { on, regex, prefixes } };
    } else {
      if (tag === 0x12) options = { ...options, startFrom: 0 };
      skipField(cursor, tag);
    }
  }
  return options;
};

/** The message in field 1 of a request. */
const optionsOf = (message: Buffer): Cursor => {
  const cursor = cursorOver(message);
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) return readMessage(cursor);
    skipField(cursor, tag);
  }
  return cursorOver(Buffer.alloc(0));
};

/** `CreateReq` and `UpdateReq`. */
export const decodeConfiguration = (message: Buffer): GroupConfiguration => {
  const cursor = optionsOf(message);
  let source: SourceOptions | undefined;
  let wire: WireSettings = readSettings(cursorOver(Buffer.alloc(0)));
  let oldSource = '';
  let group = '';
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x0a) oldSource = readStreamName(cursor);
    else if (tag === 0x12) group = readText(cursor);
    else if (tag === 0x1a) wire = readSettings(readMessage(cursor));
    else if (tag === 0x22) source = readStreamOptions(readMessage(cursor));
    else if (tag === 0x2a) source = readAllOptions(readMessage(cursor));
    else skipField(cursor, tag);
  }
  const { revision, ...settings } = wire;
  const chosen = source ?? { source: oldSource, startFrom: revision };
  return {
    key: requireKey({ source: chosen.source, group }),
    settings: { ...settings, startFrom: chosen.startFrom ?? revision, filter: chosen.filter },
  };
};

const requireKey = (key: GroupKey): GroupKey => {
  if (key.source === '' || key.group === '') throw invalidArgument('A group has a source and a name.');
  return key;
};

/** Where a request has the stream, the mark for everything, the group's name, and how far to go. */
interface KeyTags {
  readonly stream: number;
  readonly all: number;
  readonly group: number;
  readonly stopAt?: number;
}

const decodeKey = (cursor: Cursor, tags: KeyTags): GroupKey & { readonly stopAt: number | undefined } => {
  let [source, group] = ['', ''];
  let stopAt: number | undefined;
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === tags.stream) source = readStreamName(cursor);
    else if (tag === tags.group) group = readText(cursor);
    else if (tag === tags.stopAt) stopAt = readVarint(cursor);
    else {
      if (tag === tags.all) source = ALL;
      skipField(cursor, tag);
    }
  }
  return { source, group, stopAt };
};

export const decodeDeletion = (message: Buffer): GroupKey =>
  decodeKey(optionsOf(message), { stream: 0x0a, all: 0x1a, group: 0x12 });

export const decodeInfoRequest = (message: Buffer): GroupKey =>
  decodeKey(optionsOf(message), { stream: 0x0a, all: 0x12, group: 0x1a });

export const decodeReplay = (message: Buffer): GroupKey & { readonly stopAt: number | undefined } =>
  decodeKey(optionsOf(message), { stream: 0x12, all: 0x1a, group: 0x0a, stopAt: 0x20 });

/** The source whose groups are asked for; `undefined` for all groups. */
export const decodeListRequest = (message: Buffer): string | undefined => {
  const cursor = optionsOf(message);
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    if (tag === 0x12) return decodeKey(readMessage(cursor), { stream: 0x0a, all: 0x12, group: -1 }).source;
    skipField(cursor, tag);
  }
  return undefined;
};
