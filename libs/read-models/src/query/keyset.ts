import { type Bound, type Condition, nothing, type Scalar, type Sort } from '@referral/conditions';

type Field = Sort[number];

/** The condition that a row stands after the one with these values in a sort; the last field must be unique. */
export const standsAfter = (sort: Sort, values: readonly Scalar[]): Condition => {
  const branches = sort.map((field, index) => ({
    all: [
      ...sort.slice(0, index).map(({ path }, at): Condition => ({ path, is: 'equals', value: values[at] ?? null })),
      beyond(field, values[index] ?? null),
    ],
  }));
  return { all: [...firstBound(sort, values), { any: branches }] };
};

/** Says once more, outside the alternatives, what holds of the first field in all of them: a planner can bound its index by that. */
const firstBound = (sort: Sort, values: readonly Scalar[]): readonly Condition[] => {
  const [field] = sort;
  const value = values[0] ?? null;
  if (field?.order !== 'ascending' || value === null || typeof value === 'boolean') return [];
  const bound: Bound = { path: field.path, is: 'atOrAfter', value };
  return [bound];
};

const beyond = ({ path, order }: Field, value: Scalar): Condition => {
  if (typeof value === 'boolean') return otherBoolean(path, order, value);
  if (order === 'ascending') return value === null ? { path, is: 'exists', value: true } : { path, is: 'after', value };
  return value === null
    ? nothing
    : {
        any: [
          { path, is: 'before', value },
          { path, is: 'exists', value: false },
        ],
      };
};

/** No stands before yes; nothing stands before both. */
const otherBoolean = (path: string, order: Field['order'], value: boolean): Condition => {
  if (order === 'ascending') return value ? nothing : { path, is: 'equals', value: true };
  return value ? { path, is: 'in', value: [false, null] } : { path, is: 'exists', value: false };
};
