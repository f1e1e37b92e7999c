import type { Condition } from '@referral/conditions';

/** What somebody may see of the queues, and wants to. */
export interface Sight {
  readonly userId: string;
  /** Whose referrals are shown, beside those that no team has yet; `null`: those of all teams. */
  readonly teams: readonly string[] | null;
  /** Whether referrals are shown that are more than normally sensitive. Whoever has one sees it anyway. */
  readonly seesSensitive: boolean;
}

/** The base filter of 4.1, beside the tenant. It is asked only of those whom it restricts, since it has to be read from each entry. */
export const baseFilter = ({ userId, teams, seesSensitive }: Sight): readonly Condition[] => [
  ...(teams === null ? [] : [either({ path: 'team', is: 'in', value: teams }, unassigned)]),
  ...(seesSensitive ? [] : [either(usual, mine('coordinatorId', userId), mine('coveringForId', userId))]),
];

const unassigned: Condition = { path: 'team', is: 'exists', value: false };
const usual: Condition = { path: 'restricted', is: 'equals', value: false };
const mine = (path: string, userId: string): Condition => ({ path, is: 'equals', value: userId });
const either = (...any: readonly Condition[]): Condition => ({ any });
