export { staffAggregate } from './aggregate';
export type * from './events';
export { absenceAt, type StaffMember, type StaffState, type Training } from './staff-member';
