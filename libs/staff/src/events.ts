import type { EventType, Fact } from '@referral/eventsourcing';
import type { Reason, Role } from '@referral/values';

export type StaffAdded = Fact<
  'StaffAdded',
  {
    readonly staffId: string;
    /** As the identity provider names the person; the actor of commands. */
    readonly userId: string;
    readonly displayName: string;
    readonly team: string;
  }
>;

export type RoleGranted = Fact<'RoleGranted', { readonly role: Role }>;

export type RoleRevoked = Fact<'RoleRevoked', { readonly role: Role; readonly reason?: Reason }>;

/** A specialty that somebody knows, a language that somebody speaks (BCP 47), or both together. */
export type SkillAdded = Fact<'SkillAdded', { readonly specialty?: string; readonly language?: string }>;

export type AbsenceRecorded = Fact<
  'AbsenceRecorded',
  {
    readonly absenceId: string;
    readonly from: string;
    readonly to: string;
    /** Staff ids of those who stand in, in the order in which they are asked (I40). */
    readonly cover: readonly string[];
  }
>;

export type CapacitySet = Fact<'CapacitySet', { readonly maxOpen: number }>;

export type TrainingCompleted = Fact<
  'TrainingCompleted',
  { readonly courseId: string; readonly version: number; readonly score?: number }
>;

/** Everything that can have happened to a member of staff. */
export type StaffEvent =
  StaffAdded | RoleGranted | RoleRevoked | SkillAdded | AbsenceRecorded | CapacitySet | TrainingCompleted;

/** How each event is stored. */
export const staffEventTypes: Readonly<Record<StaffEvent['type'], EventType>> = {
  StaffAdded: { schemaVersion: 1, phi: [] },
  RoleGranted: { schemaVersion: 1, phi: [] },
  RoleRevoked: { schemaVersion: 1, phi: [] },
  SkillAdded: { schemaVersion: 1, phi: [] },
  AbsenceRecorded: { schemaVersion: 1, phi: [] },
  CapacitySet: { schemaVersion: 1, phi: [] },
  TrainingCompleted: { schemaVersion: 1, phi: [] },
};
