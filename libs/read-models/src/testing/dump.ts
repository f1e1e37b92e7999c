import { everything } from '@referral/conditions';
import type { ModelStore } from '../store/model-store';

/** All documents and entries of a model as text: two models are equal when their dumps are. */
export const dump = async (store: ModelStore, model: string): Promise<string> => {
  const rows: unknown[] = [];
  for (const part of ['documents', 'entries'] as const)
    for await (const row of store.scan({ model, part, filter: everything })) rows.push([part, sorted(row)]);
  return JSON.stringify(rows, null, 1);
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, sorted(inner)]));
};
