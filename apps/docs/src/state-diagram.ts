import { isTerminal, openStages, type Stage, stages, type Transition, transitions } from '@referral/referral';

type Origin = Stage | 'none';

/** A rule with more origins than this is drawn from one box that stands for all of them. */
const MOST_ARROWS = 3;

/** A rule with more targets than this leads back to where the referral was, which no arrow can show. */
const MOST_TARGETS = 6;

/** A box names its stages up to this number, and its rule beyond. */
const MOST_NAMES = 5;

const all = Object.keys(stages) as Stage[];

const isSame = (some: readonly Origin[], others: readonly Origin[]): boolean =>
  some.length === others.length && some.every((stage) => others.includes(stage));

/** The stages that a rule starts from, in words. */
export const originsOf = ({ from }: Pick<Transition, 'from'>): string => {
  if (isSame(from, openStages)) return 'any open stage';
  if (
    isSame(
      from,
      all.filter((stage) => stage !== 'entered_in_error'),
    )
  )
    return 'any but entered_in_error';
  return from.map((stage) => (stage === 'none' ? '(nothing)' : stage)).join(', ');
};

interface Arrow {
  readonly from: string;
  readonly to: Stage;
  readonly command: string;
}

const boxOf = (rule: Transition): string => `many_${rule.id.toLowerCase()}`;

const arrowsOf = (rule: Transition): readonly Arrow[] => {
  const { from, to, command } = rule;
  if (to === 'unchanged') return [];
  if (to.length > MOST_TARGETS) return [];
  const origins = from.length > MOST_ARROWS ? [boxOf(rule)] : from.map((stage) => (stage === 'none' ? '[*]' : stage));
  return origins.flatMap((origin) => to.map((target) => ({ from: origin, to: target, command })));
};

/** A Mermaid state diagram of all rules that move a referral to another stage. */
export const stateDiagram = (): string => {
  const moving = transitions.filter(({ to }) => to !== 'unchanged');
  const boxes = moving
    .filter(({ from }) => from.length > MOST_ARROWS)
    .map((rule) => `  state "${boxLabel(rule)}" as ${boxOf(rule)}`);
  const labels = new Map<string, Set<string>>();
  for (const { from, to, command } of moving.flatMap(arrowsOf)) {
    const ends = `${from} --> ${to}`;
    labels.set(ends, (labels.get(ends) ?? new Set()).add(command));
  }
  const arrows = Array.from(labels, ([ends, commands]) => `  ${ends}: ${[...commands].join(', ')}`);
  const ends = all.filter(isTerminal).map((stage) => `  ${stage} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...new Set(boxes), ...arrows, ...ends, '```'].join('\n');
};

const boxLabel = (rule: Transition): string =>
  isNamed(rule) ? originsOf(rule) : `the ${String(rule.from.length)} stages of ${rule.id}`;

const isNamed = (rule: Transition): boolean => rule.from.length <= MOST_NAMES || originsOf(rule).startsWith('any ');
