import { actorWith, decides, order, stepsOf } from '@referral/eventsourcing/testing';
import { complaintAggregate } from '../aggregate';
import { AcknowledgeComplaint } from '../commands/acknowledge-complaint';
import { InvestigateComplaint } from '../commands/investigate-complaint';
import { ReceiveComplaint } from '../commands/receive-complaint';
import { ReopenComplaint } from '../commands/reopen-complaint';
import { ResolveComplaint } from '../commands/resolve-complaint';
import type {
  ComplaintAcknowledged,
  ComplaintInvestigated,
  ComplaintReceived,
  ComplaintReopened,
  ComplaintResolved,
} from '../events';
import { transitions } from '../rules';

export const { given } = decides(complaintAggregate.decider, stepsOf(transitions));

const lead = actorWith('lead-1', 'lead', 'coordinator');
const monday = '2026-03-02T09:00:00-05:00';
const tuesday = '2026-03-03T09:00:00-05:00';
const wednesday = '2026-03-04T09:00:00-05:00';
const thursday = '2026-03-05T09:00:00-05:00';
const friday = '2026-03-06T09:00:00-05:00';
const complaintId = 'complaint-1';

const complained = {
  complaintId,
  from: { id: 'patient-1', type: 'patient' },
  channel: 'phone',
  about: 'waiting_time',
  referralIds: ['referral-1'],
  severity: 'high',
  patientId: 'patient-1',
  text: 'Has waited for six weeks and heard nothing.',
} as const;
export const receive = order(ReceiveComplaint, monday, lead, complained);
export const received: ComplaintReceived = { type: 'ComplaintReceived', data: complained, occurredAt: monday };

export const acknowledge = order(AcknowledgeComplaint, tuesday, lead, { complaintId, channel: 'phone' });
export const acknowledged: ComplaintAcknowledged = {
  type: 'ComplaintAcknowledged',
  data: { by: 'lead-1', channel: 'phone' },
  occurredAt: tuesday,
};

const findings = 'The fax had gone to an old number.';
export const investigate = order(InvestigateComplaint, wednesday, lead, { complaintId, findings });
export const investigated: ComplaintInvestigated = {
  type: 'ComplaintInvestigated',
  data: { by: 'lead-1', findings },
  occurredAt: wednesday,
};

const settled = { outcome: 'upheld', remedy: 'Number corrected, visit booked.' } as const;
export const resolve = order(ResolveComplaint, thursday, lead, { complaintId, ...settled });
export const resolved: ComplaintResolved = { type: 'ComplaintResolved', data: settled, occurredAt: thursday };

const reason = { code: 'new_facts' };
export const reopen = order(ReopenComplaint, friday, lead, { complaintId, reason });
export const reopened: ComplaintReopened = { type: 'ComplaintReopened', data: { reason }, occurredAt: friday };
