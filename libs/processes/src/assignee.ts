import { absenceAt, type StaffMember } from '@referral/staff';
import { isId } from '@referral/values';
import type { Decision } from './process';

/** Looks for those who can take a referral now, in the read models of staff and of the queues. */
export interface AssigneeSearch {
  readonly kind: 'assignees';
  /** Code of what the referral asks for. */
  readonly specialty: string;
  /** The team that has the referral; absent while none does. */
  readonly teamId?: string;
}

/** Someone who can take a referral. */
export interface Assignee {
  readonly userId: string;
  readonly teamId: string;
  /** BCP 47 tags. */
  readonly languages: readonly string[];
  /** Open referrals that the person has or stands in for. */
  readonly open: number;
}

/** Those who were found, in no order. */
export interface AssigneesFound {
  readonly outcome: 'assignees';
  readonly assignees: readonly Assignee[];
}

/** Looks for those who can take a referral. What was recorded before it looks is in what it finds. */
export const searchAssignees = (wanted: Omit<AssigneeSearch, 'kind'>): Decision => ({
  decide: 'give',
  errand: { kind: 'assignees', ...wanted },
});

/**
 * Whether somebody can take such a referral, however much they have: a coordinator who knows the specialty and is there. A team whose
 * name could not be the id of one gets nothing.
 */
export const mayTake = (member: StaffMember, { specialty, teamId }: AssigneeSearch, now: string): boolean =>
  member.roles.includes('coordinator') &&
  member.skills.some((skill) => skill.specialty === specialty) &&
  (teamId === undefined ? isId(member.team) : member.team === teamId) &&
  absenceAt(member, now) === undefined;

/** Somebody with so many open referrals, as one who can take another; `null` for who has as many as they take. */
export const assigneeWith = (open: number, { userId, team, skills, maxOpen }: StaffMember): Assignee | null => {
  if (maxOpen !== null && open >= maxOpen) return null;
  const languages = [...new Set(skills.flatMap(({ language }) => language ?? []))];
  return { userId, teamId: team, languages, open };
};
