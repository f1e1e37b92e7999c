import type { Role } from '@referral/values';
import type { AbsenceRecorded, SkillAdded } from './events';

/** A course that was passed, in the newest version that was. */
export interface Training {
  readonly courseId: string;
  readonly version: number;
  readonly completedAt: string;
}

/** Someone who works on referrals. */
export interface StaffMember {
  readonly stage: 'active';
  readonly staffId: string;
  /** Effective time of the first fact. */
  readonly addedAt: string;
  readonly userId: string;
  readonly displayName: string;
  readonly team: string;
  readonly roles: readonly Role[];
  readonly skills: readonly SkillAdded['data'][];
  readonly absences: readonly AbsenceRecorded['data'][];
  /** How many open referrals the person takes; `null` while nobody has said. */
  readonly maxOpen: number | null;
  readonly trainings: readonly Training[];
}

/** A member of staff as the history tells it. */
export type StaffState = { readonly stage: 'none' } | StaffMember;

/** The absence that an instant falls into; `undefined` when the person is there. */
export const absenceAt = ({ absences }: StaffMember, instant: string): AbsenceRecorded['data'] | undefined =>
  absences.find(({ from, to }) => Date.parse(from) <= Date.parse(instant) && Date.parse(instant) < Date.parse(to));
