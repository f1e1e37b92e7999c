import type { Aggregate } from '@referral/eventsourcing';
import { authorizationAggregate } from '@referral/authorization';
import { complaintAggregate, officeAggregate } from '@referral/complaint';
import { directoryAggregate, planProfileAggregate, requirementSetAggregate } from '@referral/directory';
import { intakeAggregate } from '@referral/intake';
import { consentAggregate, patientAggregate } from '@referral/patient';
import { referralAggregate } from '@referral/referral';
import { businessCalendarAggregate, slaPolicyAggregate } from '@referral/sla-policy';
import { staffAggregate } from '@referral/staff';

/** Every kind of aggregate that the system runs. A new one is its library and a line here: routes, handlers, codec and audit follow. */
export const aggregates: readonly Aggregate[] = [
  referralAggregate,
  intakeAggregate,
  authorizationAggregate,
  slaPolicyAggregate,
  businessCalendarAggregate,
  directoryAggregate,
  planProfileAggregate,
  requirementSetAggregate,
  staffAggregate,
  patientAggregate,
  consentAggregate,
  complaintAggregate,
  officeAggregate,
];
