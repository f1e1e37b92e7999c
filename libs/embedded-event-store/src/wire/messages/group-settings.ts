import { hasMore, readText, readUint64, readVarint, skipField } from '../../encoding/protobuf-reader';
import type { Cursor } from '../../encoding/protobuf-reader';
import type { ConsumerStrategy, GroupSettings, StartFrom } from '../../groups/group-settings';

/** Settings as they come: for a stream they may say where to begin in a field that newer clients do not use. */
export type WireSettings = Omit<GroupSettings, 'startFrom' | 'filter'> & { readonly revision: StartFrom };

const END = 2n ** 64n - 1n;
const TICKS_PER_MILLISECOND = 10_000;

/** In the order of the older field, which knows the first three. */
const STRATEGIES: readonly ConsumerStrategy[] = ['DispatchToSingle', 'RoundRobin', 'Pinned', 'PinnedByCorrelation'];

/** 2^64 - 1 stands for the end. */
export const toStart = (revision: bigint): StartFrom => (revision === END ? 'end' : Number(revision));

/** An `int32`; negative numbers come as 64 bits. */
const readInt = (cursor: Cursor): number => Number(BigInt.asIntN(32, readUint64(cursor)));

const toStrategy = (name: string): ConsumerStrategy | undefined => STRATEGIES.find((strategy) => strategy === name);

/** `Settings` of requests to create or update a group. */
export const readSettings = (cursor: Cursor): WireSettings => {
  let settings: WireSettings = {
    revision: 0,
    resolveLinks: false,
    extraStatistics: false,
    messageTimeout: 0,
    maxRetryCount: 0,
    checkpointAfter: 0,
    minCheckpointCount: 0,
    maxCheckpointCount: 0,
    maxSubscriberCount: 0,
    liveBufferSize: 0,
    readBatchSize: 0,
    historyBufferSize: 0,
    strategy: 'DispatchToSingle',
  };
  const readers: Readonly<Record<number, () => Partial<WireSettings>>> = {
    0x08: () => ({ resolveLinks: readVarint(cursor) !== 0 }),
    0x10: () => ({ revision: toStart(readUint64(cursor)) }),
    0x18: () => ({ extraStatistics: readVarint(cursor) !== 0 }),
    0x20: () => ({ messageTimeout: readVarint(cursor) / TICKS_PER_MILLISECOND }),
    0x28: () => ({ maxRetryCount: readInt(cursor) }),
    0x30: () => ({ checkpointAfter: readVarint(cursor) / TICKS_PER_MILLISECOND }),
    0x38: () => ({ minCheckpointCount: readInt(cursor) }),
    0x40: () => ({ maxCheckpointCount: readInt(cursor) }),
    0x48: () => ({ maxSubscriberCount: readInt(cursor) }),
    0x50: () => ({ liveBufferSize: readInt(cursor) }),
    0x58: () => ({ readBatchSize: readInt(cursor) }),
    0x60: () => ({ historyBufferSize: readInt(cursor) }),
    0x68: () => ({ strategy: STRATEGIES[readVarint(cursor)] ?? 'DispatchToSingle' }),
    0x70: () => ({ messageTimeout: readInt(cursor) }),
    0x78: () => ({ checkpointAfter: readInt(cursor) }),
    0x82: () => ({ strategy: toStrategy(readText(cursor)) ?? settings.strategy }),
  };
  while (hasMore(cursor)) {
    const tag = readVarint(cursor);
    const reader = readers[tag];
    if (reader === undefined) skipField(cursor, tag);
    else settings = { ...settings, ...reader() };
  }
  return settings;
};
