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
  /** Others could take it, but for being away or having as many as they take. */
  readonly others: boolean;
}

/** Looks for those who can take a referral. What was recorded before it looks is in what it finds. */
export const searchAssignees = (wanted: Omit<AssigneeSearch, 'kind'>): Decision => ({
  decide: 'give',
  errand: { kind: 'assignees', ...wanted },
});

/** Whether somebody may have such a referral: a coordinator who knows the specialty. A team whose name could not be the id of one gets nothing. */
export const mayTake = (member: StaffMember, { specialty, teamId }: AssigneeSearch): boolean =>
  member.roles.includes('coordinator') &&
  member.skills.some((skill) => skill.specialty === specialty) &&
  (teamId === undefined ? isId(member.team) : member.team === teamId);

/** Somebody with so many open referrals, as one who can take another now; `null` for who is away or has as many as they take. */
export const assigneeWith = (open: number, member: StaffMember, now: string): Assignee | null => {
  const { userId, team, skills, maxOpen } = member;
  if (absenceAt(member, now) !== undefined || (maxOpen !== null && open >= maxOpen)) return null;
  const languages = [...new Set(skills.flatMap(({ language }) => language ?? []))];
  return { userId, teamId: team, languages, open };
};
