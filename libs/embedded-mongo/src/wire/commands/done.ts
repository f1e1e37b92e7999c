import { Document, int } from '../../bson';
import type { Value } from '../../bson';

/** What one statement of a batch did: documents met (or inserted), documents changed, and the _id an upsert gave. */
export type Done = { readonly n: number; readonly nModified: number; readonly upserted?: Value };

const common = new Map<string, Document>();

/** How a result is remembered for a repeated write. Most of a batch did the same: those share one document. */
export const storedDone = ({ n, nModified, upserted }: Done): Document => {
  const counts: readonly (readonly [string, Value])[] = [
    ['n', int(n)],
    ['nModified', int(nModified)],
  ];
  if (upserted) return Document.of([...counts, ['upserted', upserted]]);
  if (n > 1) return Document.of(counts);
  const name = `${n}:${nModified}`;
  const shared = common.get(name) ?? Document.of(counts);
  common.set(name, shared);
  return shared;
};

/** Reads what `storedDone` wrote. */
export const readDone = (stored: Document): Done => {
  const upserted = stored.get('upserted');
  return { n: count(stored, 'n'), nModified: count(stored, 'nModified'), ...(upserted && { upserted }) };
};

const count = (stored: Document, name: string): number => {
  const value = stored.get(name);
  return value?.type === 'int' ? value.value : 0;
};
