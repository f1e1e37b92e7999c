import { orderMessage } from './message';
import type { Story } from './story';

const coordinator = { id: 'coordinator-1', type: 'staff', name: 'Coordinator' } as const;
const clinic = { id: 'heart-clinic', type: 'facility', name: 'Synthetic Heart Clinic' } as const;
const referrer = { id: 'family-practice', type: 'office', name: 'Synthetic Family Practice' } as const;
const cardiology = { system: 'http://snomed.info/sct', code: '183519002', display: 'Referral to cardiology service' };
const reason = (code: string) => ({ code, comment: 'Synthetic story' });

/** From an order in a FHIR message until the visit can be booked. */
const untilBooking = async ({ at, begin, step }: Story, priority: 'routine' | 'urgent'): Promise<void> => {
  await begin(orderMessage(at(0), priority));
  await step('start-triage', at(0, 2), { reviewerId: 'reviewer-1' });
  await step('set-urgency', at(0, 3), { to: priority, basis: 'protocol', reason: reason('protocol') });
  await step('accept-referral', at(1), { acceptedBy: clinic, destination: clinic, service: cardiology });
  await step('verify-eligibility', at(1, 2), {
    coverageId: 'coverage-1',
    outcome: 'active',
    serviceCovered: true,
    network: 'in',
    authRequired: 'no',
    asOfDate: at(1).slice(0, 10),
    validThrough: at(60).slice(0, 10),
    sourceRef: 'synthetic-271',
  });
};

const booking = (appointmentId: string, start: string, end: string) => ({
  appointmentId,
  destination: clinic,
  start,
  end,
  timeZone: 'America/New_York',
  mode: 'in_person',
  visitType: 'initial',
  bookedBy: coordinator.id,
  interpreterNeeded: false,
});

/** The visit takes place, the report comes back, the referrer answers it: the loop is closed. */
export const closedLoop = async (story: Story): Promise<void> => {
  const { at, step } = story;
  await untilBooking(story, 'routine');
  await step('schedule-appointment', at(2), booking('visit-1', at(9), at(9, 1)));
  await step('record-attendance', at(9, 1), { appointmentId: 'visit-1', evidence: 'receiving_system' });
  await step('record-consult-note', at(12), {
    kind: 'final',
    author: clinic,
    authoredAt: at(11),
    answersClinicalQuestion: true,
    matchedBy: 'referral_id',
  });
  await step('forward-report-to-referrer', at(12, 2), { to: referrer });
  await step('acknowledge-report', at(14), { by: referrer.id, disposition: 'no_further_action' });
  await step('close-referral', at(14, 1), {
    closureOutcome: 'loop_closed',
    patientInformed: true,
    referrerInformed: true,
  });
};

/** The patient does not come, and is booked again. */
export const missedAndRebooked = async (story: Story): Promise<void> => {
  const { at, step } = story;
  await untilBooking(story, 'urgent');
  await step('schedule-appointment', at(2), booking('visit-1', at(6), at(6, 1)));
  await step('record-no-show', at(6, 2), { appointmentId: 'visit-1', contactedSameDay: true });
  await step('schedule-appointment', at(7), booking('visit-2', at(28), at(28, 1)));
};
