export { defaultCalendar, type BusinessCalendar } from './business-calendar';
export { addBusinessDays, addBusinessHours, businessMinutesBetween, endOfBusinessDay } from './business-time';
export { defaultPolicy } from './default-policy';
export {
  deadlineTimes,
  explainDeadline,
  type ClockRun,
  type DeadlineExplanation,
  type DeadlineTimes,
  type Evidence,
  type ExplainedPause,
  type Pause,
  type Stop,
  type UrgencyChange,
} from './deadline';
export { addAllowedTime, allowedTime, clockOf, dueAt, warnAt } from './due-at';
export {
  nothingPublished,
  policyInForce,
  policyVersion,
  publishedAt,
  type Placed,
  type PolicyInForce,
  type PublishedPolicies,
} from './in-force';
export { dueAfterPauses, merged, netTime, within, type Stretch } from './pauses';
export {
  type AllowedTime,
  type ClockTrigger,
  durationUnits,
  type DurationUnit,
  type EscalationLevel,
  pauseReasons,
  type PauseReason,
  type SlaClock,
  type SlaPolicy,
} from './sla-policy';
export { clocksStartedBy, clocksStoppedBy, triggers, type TriggeringEvent } from './triggers';
export { businessCalendarAggregate } from './business-calendar-aggregate';
export type { BusinessCalendarEvent, BusinessCalendarPublished, CalendarTerms } from './events/business-calendar-event';
export type { PolicyTerms, SlaPolicyEvent, SlaPolicyVersionPublished } from './events/sla-policy-event';
export type { CalendarState, PublishedCalendar } from './published-calendar';
export { publishedPolicies } from './published-policies';
export type { PolicyState, PublishedPolicy } from './published-policy';
export { slaPolicyAggregate } from './sla-policy-aggregate';
