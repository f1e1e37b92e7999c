import type { Index } from '../catalog/index-spec';

/** A name on the way to an indexed field; `field` is the number of the one that ends here. */
export type Branch = { field: number | undefined; readonly names: Map<string, Branch>; seen: number };

/** The fields that the indexes of a collection are made of, numbered, as a tree of the names that lead to them. */
export type IndexedFields = {
  readonly root: Branch;
  readonly count: number;
  /** The numbers of an index's fields, in its order. */
  readonly of: ReadonlyMap<Index, readonly number[]>;
};

/** Numbers the fields of the indexes; those that several share have one number. */
export const indexedFields = (indexes: readonly Index[]): IndexedFields => {
  const root = branch();
  const numbers = new Map<string, number>();
  const of = new Map<Index, readonly number[]>();
  for (const index of indexes)
    of.set(
      index,
      index.fields.map(({ path }) => {
        const number = numbers.get(path) ?? numbers.size;
        numbers.set(path, number);
        at(root, path.split('.')).field = number;
        return number;
      }),
    );
  return { root, count: numbers.size, of };
};

const branch = (): Branch => ({ field: undefined, names: new Map(), seen: 0 });

const at = (from: Branch, [name, ...others]: readonly string[]): Branch => {
  if (name === undefined) return from;
  const next = from.names.get(name) ?? branch();
  from.names.set(name, next);
  return at(next, others);
};
