import { Document } from '../../bson';
import type { Collection } from '../catalog/collection';
import { matcher } from '../match/matches';
import type { Predicate } from '../match/predicate';
import type { Scratch } from '../storage/scratch-file';
import type { Reader } from '../storage/unit';
import { pause } from './pause';
import type { Paused } from './pause';
import type { Plan } from './plan';
import { readPlan } from './read-plan';
import type { Stored } from './read-plan';
import type { Sort } from './sort';
import { sorted } from './sorted';
import type { Packing } from './sorted';

/** What a query asks for, beside its filter's plan. */
export type Query = {
  readonly predicate: Predicate;
  readonly sort: Sort | undefined;
  readonly skip: number;
  /** 0 is no limit. */
  readonly limit: number;
  /** Where a sort may go on that memory does not hold; it is refused without. */
  readonly scratch?: Scratch | undefined;
};

/** A stored document with its key before it. */
const storedPacking: Packing<Stored> = {
  documentOf: ({ document }) => document,
  pack: ({ key, document }) => Buffer.concat([Buffer.of(key.length >> 8, key.length & 255), key, document.bytes()]),
  unpack: (bytes) => {
    const start = 2 + bytes.readUInt16BE();
    return { key: bytes.subarray(2, start), document: Document.fromBytes(bytes.subarray(start)) };
  },
};

/** The documents that match, in the order asked for. */
export const findStored = (
  reader: Reader,
  collection: Collection,
  plan: Plan,
  query: Query,
): Generator<Paused<Stored>> => {
  const bound = query.limit === 0 ? Infinity : query.skip + query.limit;
  const expected = plan.sorted && bound < Infinity ? bound : undefined;
  const read = readPlan(reader, collection, plan, expected);
  const matching = plan.keys && plan.exact ? read : filtered(read, query.predicate);
  const ordered =
    plan.sorted || !query.sort ? matching : sorted(matching, query.sort, bound, storedPacking, query.scratch);
  return window(ordered, query.skip, query.limit);
};

const filtered = function* (source: Iterable<Paused<Stored>>, predicate: Predicate): Generator<Paused<Stored>> {
  const isWanted = matcher(predicate);
  for (const item of source) if (item === pause || isWanted(item.document)) yield item;
};

/** Skips and limits; a limit of 0 is none. */
export const window = function* <T>(source: Iterable<Paused<T>>, skip: number, limit: number): Generator<Paused<T>> {
  let position = 0;
  const end = limit === 0 ? Infinity : skip + limit;
  for (const item of source) {
    if (item === pause) {
      yield pause;
      continue;
    }
    if (position >= skip) yield item;
    if (++position >= end) return;
  }
};
