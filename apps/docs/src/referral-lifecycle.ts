import { openStages, type Stage, stages, type Transition, transitions } from '@referral/referral';
import { originsOf, stateDiagram } from './state-diagram';
import { table } from './table';
import { workQueues } from './work-queues';

/** The page about the stages of a referral, as the tables in the code have it. A section more is an entry here. */
export const referralLifecycle = (): string =>
  `${[
    '# The life of a referral',
    '_Written by `npm run docs` from the tables that the rules themselves go by; a change there changes this page._',
    '## Stages',
    stageTable(),
    '## How a referral moves',
    stateDiagram(),
    'Refusing or withdrawing a cancellation (T28) leads back to where the referral was. What leaves the stage as it is, is in the table alone.',
    '## Every legal step',
    transitionTable(),
    '## Where it waits',
    workQueues(),
  ].join('\n\n')}\n`;

const stageTable = (): string =>
  table(
    ['stage', 'open', 'meaning'],
    (Object.keys(stages) as Stage[]).map((stage) => [
      `\`${stage}\``,
      openStages.includes(stage) ? 'yes' : 'no',
      stages[stage].meaning,
    ]),
  );

const transitionTable = (): string =>
  table(
    ['rule', 'command', 'case', 'from', 'to', 'guard'],
    [...transitions]
      .sort((one, other) => numberOf(one) - numberOf(other))
      .map((rule) => [rule.id, rule.command, rule.when ?? '', originsOf(rule), targetsOf(rule), rule.guard]),
  );

const numberOf = ({ id }: Transition): number => Number(id.slice(1));

const targetsOf = ({ to }: Transition): string => (to === 'unchanged' ? 'as it was' : to.join(', '));
