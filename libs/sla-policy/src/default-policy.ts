import type { ClockId, Urgency } from '@referral/values';
import type { AllowedTime, ClockTrigger, PauseReason, SlaClock, SlaPolicy } from './sla-policy';

const minutes = (amount: number): AllowedTime => ({ amount, unit: 'minutes' });
const hours = (amount: number): AllowedTime => ({ amount, unit: 'hours' });
const businessHours = (amount: number): AllowedTime => ({ amount, unit: 'business_hours' });
const businessDays = (amount: number): AllowedTime => ({ amount, unit: 'business_days' });
const calendarDays = (amount: number): AllowedTime => ({ amount, unit: 'calendar_days' });

const per = (
  stat: AllowedTime,
  urgent: AllowedTime,
  expedited: AllowedTime,
  routine: AllowedTime,
): Readonly<Record<Urgency, AllowedTime>> => ({ stat, urgent, expedited, routine });

const on = (...types: readonly string[]): readonly ClockTrigger[] => types.map((type) => ({ type }));

const clock = (
  id: ClockId,
  name: string,
  startsOn: readonly ClockTrigger[],
  stopsOn: readonly ClockTrigger[],
  allowed: SlaClock['allowed'],
  ...pausableBy: readonly PauseReason[]
): SlaClock => ({ clock: id, name, startsOn, stopsOn, allowed, warnAt: 0.8, pausableBy, escalationLevels: [] });

const oneToTwoDays = per(hours(4), businessDays(1), businessDays(1), businessDays(2));
const decided = on('ReferralAccepted', 'ReferralDeclined', 'ReferralRedirected', 'ReferralReturnedWithAdvice');
const authorizationDecided = on(
  'AuthorizationApproved',
  'AuthorizationPartiallyApproved',
  'AuthorizationModified',
  'AuthorizationDenied',
  'AuthorizationNotRequiredByPayer',
  'AuthorizationContactPayer',
);
const toReferrer: ClockTrigger = { type: 'StatusUpdateGiven', where: { 'to.type': 'office' } };
const toPatient: ClockTrigger = { type: 'StatusUpdateGiven', where: { 'to.type': 'patient' } };
const finalReport: ClockTrigger = { type: 'ConsultNoteReceived', where: { kind: 'final' } };
const needed: ClockTrigger = { type: 'AuthorizationNeedDetermined', where: { needed: 'required' } };

/**
 * The promises that hold until a site publishes its own: the default policy of the domain description. K2 counts from
 * ReferralReceived where triage began on an override. Times are per urgency: stat, urgent, expedited, routine.
 */
export const defaultPolicy: SlaPolicy = {
  id: 'default',
  version: 1,
  effectiveFrom: '2026-01-01T00:00:00.000Z',
  calendarId: 'default',
  clocks: [
    clock(
      'K1',
      'acknowledge',
      on('ReferralReceived'),
      [toReferrer, ...on('TriageStarted', 'InformationRequested')],
      per(minutes(30), businessHours(4), businessHours(4), businessDays(1)),
    ),
    clock(
      'K2',
      'triage decision',
      on('ReferralCompletenessReached'),
      decided,
      per(hours(2), businessDays(1), businessDays(1), businessDays(2)),
      'awaiting_referrer',
    ),
    clock(
      'K3',
      'missing information',
      on('InformationRequested'),
      on('InformationReceived'),
      per(hours(4), businessDays(1), businessDays(1), businessDays(5)),
    ),
    clock('K4', 'eligibility', on('ReferralAccepted'), on('EligibilityVerified'), oneToTwoDays, 'awaiting_payer'),
    clock('K5', 'authorization submission', [needed], on('AuthorizationSubmitted'), oneToTwoDays, 'awaiting_referrer'),
    clock(
      'K6',
      'authorization decision',
      on('AuthorizationSubmitted'),
      authorizationDecided,
      per(hours(72), hours(72), hours(72), calendarDays(7)),
      'payer_requested_information',
    ),
    clock(
      'K7',
      'first contact',
      on('ReferralAccepted'),
      [{ type: 'ContactAttempted', where: { party: 'patient', direction: 'out' } }],
      per(hours(2), businessDays(1), businessDays(1), businessDays(2)),
      'patient_unavailable',
    ),
    {
      ...clock(
        'K8',
        'booked',
        on('ReferralAccepted'),
        on('AppointmentScheduled'),
        per(businessDays(1), businessDays(2), businessDays(3), calendarDays(7)),
        'awaiting_payer',
        'patient_choice',
      ),
      allowedInternal: { routine: businessDays(3) },
    },
    clock(
      'K9',
      'appointment date',
      on('ReferralReceived'),
      on('AppointmentAttended'),
      per(calendarDays(3), businessDays(7), calendarDays(14), businessDays(30)),
      'patient_choice',
      'patient_unavailable',
    ),
    clock(
      'K10',
      'rebook',
      on('AppointmentMissed', 'AppointmentCancelled'),
      on('AppointmentScheduled', 'ReferralClosed', 'ReferralDeclined', 'ReferralCancelled', 'ReferralExpired'),
      per(hours(4), businessDays(1), businessDays(1), businessDays(3)),
      'patient_unavailable',
    ),
    clock(
      'K11',
      'report due',
      on('AppointmentAttended'),
      [finalReport],
      per(businessDays(2), businessDays(5), businessDays(5), businessDays(10)),
    ),
    clock(
      'K12',
      'referrer acknowledgement',
      on('ReportForwarded'),
      on('ReportAcknowledged'),
      per(businessDays(1), businessDays(2), businessDays(2), businessDays(5)),
    ),
    clock(
      'K13',
      'patient told of delay',
      [
        { type: 'SlaBreached', where: { clock: 'K8' } },
        { type: 'SlaBreached', where: { clock: 'K9' } },
      ],
      [toPatient],
      oneToTwoDays,
    ),
    clock(
      'K14',
      'cancellation confirmed',
      on('CancellationRequested'),
      on('ReferralCancelled', 'CancellationRefused'),
      per(businessDays(1), businessDays(2), businessDays(2), businessDays(3)),
    ),
    clock(
      'K15',
      'escalation acknowledged',
      on('ReferralEscalated'),
      on('EscalationAcknowledged'),
      per(minutes(30), businessHours(2), businessHours(2), businessDays(1)),
    ),
  ],
};
