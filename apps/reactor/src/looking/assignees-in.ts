import { type Assignee, type AssigneeSearch, type AssigneesFound, assigneeWith, mayTake } from '@referral/processes';
import { type AbsenceEntry, workOf } from '@referral/projections';
import type { ReadModels } from '@referral/read-models';
import { NotTaken } from '../sending/sending';

/** The most open referrals that anybody can be said to take, so that a count as far as this tells whoever is full. */
const MOST_OPEN = 10_000;

/** How long a count may take, ms. */
const COUNTED_WITHIN_MS = 5_000;

/** Those of a tenant who can take a referral now, by what is known of its staff and by what they have to do. */
export const assigneesIn = async (
  readModels: ReadModels,
  tenantId: string,
  errand: AssigneeSearch,
  now: string,
): Promise<AssigneesFound> => {
  const coordinators = readModels.scan<AbsenceEntry>({
    projection: 'absences',
    tenantId,
    filter: { path: 'state.roles', is: 'equals', value: 'coordinator' },
  });
  const assignees: Assignee[] = [];
  let others = false;
  for await (const { state } of coordinators) {
    if (state.stage === 'none' || !mayTake(state, errand)) continue;
    const assignee = assigneeWith(await openWork(readModels, tenantId, state.userId), state, now);
    if (assignee) assignees.push(assignee);
    else others = true;
  }
  return { outcome: 'assignees', assignees, others };
};

const openWork = async (readModels: ReadModels, tenantId: string, userId: string): Promise<number> => {
  const query = { projection: 'worklist', tenantId, filter: workOf(userId) };
  const { value } = await readModels.count(query, { upTo: MOST_OPEN, withinMs: COUNTED_WITHIN_MS });
  if (value === null) throw new NotTaken('open referrals could not be counted in time');
  return value;
};
