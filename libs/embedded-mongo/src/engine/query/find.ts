import type { Document, Value } from '../../bson';
import type { Collection } from '../catalog/collection';
import { matches } from '../match/matches';
import type { Predicate } from '../match/predicate';
import { refuse } from '../mongo-error';
import type { Reader } from '../storage/unit';
import { pause } from './pause';
import type { Paused } from './pause';
import type { Plan } from './plan';
import { readPlan } from './read-plan';
import type { Stored } from './read-plan';
import type { Sort } from './sort';

/** What a query asks for, beside its filter's plan. */
export type Query = {
  readonly predicate: Predicate;
  readonly sort: Sort | undefined;
  readonly skip: number;
  /** 0 is no limit. */
  readonly limit: number;
};

/** Memory a sort may hold before it is refused, as in MongoDB (manual, "MongoDB Limits"). */
const mostSortBytes = 100 * 1024 * 1024;

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
    plan.sorted || !query.sort ? matching : sorted(matching, query.sort, bound, (stored) => stored.document);
  return window(ordered, query.skip, query.limit);
};

const filtered = function* (source: Iterable<Paused<Stored>>, predicate: Predicate): Generator<Paused<Stored>> {
  for (const item of source) if (item === pause || matches(predicate, item.document)) yield item;
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

type Keyed<T> = { readonly item: T; readonly keys: readonly Value[]; readonly size: number };

/** Sorts in memory, keeping no more than `bound` items; equal ones stay in their order. */
export const sorted = function* <T>(
  source: Iterable<Paused<T>>,
  sort: Sort,
  bound: number,
  documentOf: (item: T) => Document,
): Generator<Paused<T>> {
  let kept: Keyed<T>[] = [];
  let bytes = 0;
  const trim = (): void => {
    kept.sort((left, right) => sort.compareKeys(left.keys, right.keys));
    kept = kept.slice(0, bound);
    bytes = kept.reduce((sum, { size }) => sum + size, 0);
  };
  for (const item of source) {
    if (item === pause) {
      yield pause;
      continue;
    }
    const document = documentOf(item);
    const size = document.bytes().length;
    kept.push({ item, keys: sort.keyOf(document), size });
    bytes += size;
    if (kept.length > bound * 2 + 100 || bytes > mostSortBytes) trim();
    if (bytes > mostSortBytes)
      throw refuse(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        'Executor error :: caused by :: Sort exceeded memory limit of 104857600 bytes. This node sorts in memory only, whatever allowDiskUse says: sort by an index, or give a limit.',
      );
  }
  trim();
  for (const { item } of kept) yield item;
};
