import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { staffAggregate } from '../aggregate';
import { AddSkill } from '../commands/add-skill';
import { AddStaff } from '../commands/add-staff';
import { CompleteTraining } from '../commands/complete-training';
import { GrantRole } from '../commands/grant-role';
import { RecordAbsence } from '../commands/record-absence';
import { RevokeRole } from '../commands/revoke-role';
import { SetCapacity } from '../commands/set-capacity';
import type {
  AbsenceRecorded,
  CapacitySet,
  RoleGranted,
  RoleRevoked,
  SkillAdded,
  StaffAdded,
  TrainingCompleted,
} from '../events';
import { transitions } from '../rules';

export const { given } = decides(staffAggregate.decider, stepsOf(transitions));

const admin = actorWith('admin-1', 'admin');
const monday = '2026-03-02T09:00:00-05:00';
const tuesday = '2026-03-03T09:00:00-05:00';
const staffId = 'staff-1';

const person = { staffId, userId: 'coordinator-1', displayName: 'Synthetic Coordinator', team: 'default' };
export const addStaff = order(AddStaff, monday, admin, person);
export const added: StaffAdded = { type: 'StaffAdded', data: person, occurredAt: monday };

export const grantRole = order(GrantRole, tuesday, admin, { staffId, role: 'coordinator' });
export const granted: RoleGranted = { type: 'RoleGranted', data: { role: 'coordinator' }, occurredAt: tuesday };

const moved = { role: 'coordinator', reason: { code: 'moved_on' } } as const;
export const revokeRole = order(RevokeRole, tuesday, admin, { staffId, ...moved });
export const revoked: RoleRevoked = { type: 'RoleRevoked', data: moved, occurredAt: tuesday };

const skill = { specialty: 'cardiology', language: 'es' };
export const addSkill = order(AddSkill, tuesday, admin, { staffId, ...skill });
export const skilled: SkillAdded = { type: 'SkillAdded', data: skill, occurredAt: tuesday };

const holiday = {
  absenceId: 'absence-1',
  from: '2026-03-09T00:00:00-04:00',
  to: '2026-03-16T00:00:00-04:00',
  cover: ['staff-2'],
};
export const recordAbsence = order(RecordAbsence, tuesday, admin, { staffId, ...holiday });
export const absent: AbsenceRecorded = { type: 'AbsenceRecorded', data: holiday, occurredAt: tuesday };

export const setCapacity = order(SetCapacity, tuesday, admin, { staffId, maxOpen: 40 });
export const capacitySet: CapacitySet = { type: 'CapacitySet', data: { maxOpen: 40 }, occurredAt: tuesday };

const course = { courseId: 'privacy', version: 2, score: 95 };
export const completeTraining = order(CompleteTraining, tuesday, admin, { staffId, ...course });
export const trained: TrainingCompleted = { type: 'TrainingCompleted', data: course, occurredAt: tuesday };
