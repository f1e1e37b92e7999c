import { everything } from '@referral/conditions';
import type { Part } from '../query/queries';
import type { ModelStore, Row } from '../store/model-store';

/** How far two builds of a read model agree. */
export interface Comparison {
  readonly equal: number;
  /** Rows that both builds made from the same events and that differ all the same. */
  readonly different: number;
  /** Rows that one of the builds made from newer events: it has been brought further meanwhile. */
  readonly apart: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Some of the rows that are not equal, at most 100. */
  readonly examples: readonly { readonly part: Part; readonly id: string; readonly how: Difference }[];
}

type Difference = 'different' | 'apart' | 'onlyFirst' | 'onlySecond';

const mostExamples = 100;

/** Compares all documents and entries of two models, walking through both side by side. */
export const compareModels = async (store: ModelStore, first: string, second: string): Promise<Comparison> => {
  const counts = { equal: 0, different: 0, apart: 0, onlyFirst: 0, onlySecond: 0 };
  const examples: Comparison['examples'][number][] = [];
  for (const part of ['documents', 'entries'] as const) {
    for await (const [left, right] of pairs(rowsOf(store, first, part), rowsOf(store, second, part))) {
      const how = compare(left, right, part);
      counts[how] += 1;
      const id = (left ?? right)?._id ?? '';
      if (how !== 'equal' && examples.length < mostExamples) examples.push({ part, id, how });
    }
  }
  return { ...counts, examples };
};

const rowsOf = (store: ModelStore, model: string, part: Part): AsyncIterator<Row> =>
  store.scan({ model, part, filter: everything })[Symbol.asyncIterator]();

/** Rows of the same id side by side, in the order of ids. */
async function* pairs(
  lefts: AsyncIterator<Row>,
  rights: AsyncIterator<Row>,
): AsyncIterable<readonly [Row | null, Row | null]> {
  let [left, right] = await Promise.all([next(lefts), next(rights)]);
  while (left || right) {
    const takeLeft = left && (!right || left._id <= right._id) ? left : null;
    const takeRight = right && (!left || right._id <= left._id) ? right : null;
    yield [takeLeft, takeRight];
    if (takeLeft) left = await next(lefts);
    if (takeRight) right = await next(rights);
  }
}

const next = async (rows: AsyncIterator<Row>): Promise<Row | null> => {
  const result = await rows.next();
  return result.done === true ? null : result.value;
};

const compare = (left: Row | null, right: Row | null, part: Part): Difference | 'equal' => {
  if (!left) return 'onlySecond';
  if (!right) return 'onlyFirst';
  if (sameContent(left, right)) return 'equal';
  // An entry never changes; a document of another position was made from other events.
  return part === 'documents' && left._position !== right._position ? 'apart' : 'different';
};

/** Equal but for where they stand: an entry that came late to one build came in its turn to the other. */
const sameContent = (left: Row, right: Row): boolean => canonical(left) === canonical(right);

const canonical = (row: Row): string =>
  JSON.stringify({ ...row, _position: null, _late: null }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
