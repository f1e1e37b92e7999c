import type { StaffAdded, StaffEvent } from './events';
import type { StaffMember, StaffState } from './staff-member';

const added = ({ data, occurredAt }: StaffAdded): StaffMember => {
  const { lateEntry: _, ...person } = data;
  return {
    stage: 'active',
    ...person,
    addedAt: occurredAt,
    roles: [],
    skills: [],
    absences: [],
    maxOpen: null,
    trainings: [],
  };
};

/** The member of staff after one more fact. */
export const evolveStaff = (member: StaffState, event: StaffEvent): StaffState => {
  if (event.type === 'StaffAdded') return member.stage === 'none' ? added(event) : member;
  if (member.stage === 'none') return member;
  switch (event.type) {
    case 'RoleGranted':
      return { ...member, roles: [...member.roles, event.data.role] };
    case 'RoleRevoked':
      return { ...member, roles: member.roles.filter((role) => role !== event.data.role) };
    case 'SkillAdded':
      return { ...member, skills: [...member.skills, event.data] };
    case 'AbsenceRecorded':
      return { ...member, absences: [...member.absences, event.data] };
    case 'CapacitySet':
      return { ...member, maxOpen: event.data.maxOpen };
    case 'TrainingCompleted': {
      const { courseId, version } = event.data;
      return { ...member, trainings: [...member.trainings, { courseId, version, completedAt: event.occurredAt }] };
    }
  }
};
