import type { Sort } from '@referral/conditions';
import type { Queue, QueueCondition, Relative } from './queue';
import { queues } from './queues';

/** The queues as a table, made from their definitions: its headings, and the cells of a row for each queue. */
export const queueTable = (): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
} => ({
  headings: ['#', 'queue', 'name', 'of', 'filter', 'sort', 'roles', 'note'],
  rows: queues.map(cellsOf),
});

const cellsOf = ({ id, slug, name, of, filter, sort, breachedBy, roles, note = '' }: Queue): readonly string[] => [
  id,
  `\`${slug}\``,
  name,
  of === 'worklist' ? 'referrals' : of,
  inWords(filter),
  [...(breachedBy === undefined ? [] : ['breached first']), ...sort.map(field)].join(', '),
  roles.join(', '),
  note,
];

const field = ({ path, order }: Sort[number]): string => (order === 'ascending' ? path : `${path} descending`);

const signs = { before: '<', atOrBefore: '<=', after: '>', atOrAfter: '>=' } as const;

const inWords = (condition: QueueCondition): string => {
  if ('when' in condition) return 'patients may be called now';
  if ('all' in condition) return condition.all.map(inWords).join(' and ');
  if ('any' in condition) return `(${condition.any.map(inWords).join(' or ')})`;
  const { path } = condition;
  switch (condition.is) {
    case 'exists':
      return `${path} is ${condition.value ? 'set' : 'not set'}`;
    case 'some':
      return `one of ${path} has ${inWords(condition.like)}`;
    case 'in':
      return `${path} in ${'absent' in condition.value ? 'whoever is absent' : condition.value.join(', ')}`;
    case 'equals':
      return `${path} = ${valueInWords(condition.value)}`;
    case 'before':
    case 'atOrBefore':
    case 'after':
    case 'atOrAfter':
      return `${path} ${signs[condition.is]} ${valueInWords(condition.value)}`;
  }
};

const valueInWords = (value: string | number | boolean | null | Relative): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('me' in value) return 'whoever looks';
  if ('endOfDay' in value) return 'the end of the working day';
  const { businessDays, days, hours } = value;
  const distances = [distance(businessDays, 'business days'), distance(days, 'days'), distance(hours, 'hours')];
  return ['now', ...distances.filter((one) => one !== '')].join(' ');
};

const distance = (amount: number | undefined, unit: string): string =>
  amount === undefined ? '' : `${amount < 0 ? '-' : '+'} ${Math.abs(amount)} ${unit}`;
