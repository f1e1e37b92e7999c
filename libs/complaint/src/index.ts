export { complaintAggregate } from './complaint/aggregate';
export type { Complaint, ComplaintStage, ComplaintState } from './complaint/complaint';
export type * from './complaint/events';
export * from './complaint/vocabulary';
export { officeAggregate } from './office/aggregate';
export type * from './office/events';
export type { Education, Office, OfficeState } from './office/office';
