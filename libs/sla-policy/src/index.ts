export { defaultCalendar, type BusinessCalendar } from './business-calendar';
export { addBusinessDays, addBusinessHours, businessMinutesBetween, endOfBusinessDay } from './business-time';
export { defaultPolicy } from './default-policy';
export {
  explainDeadline,
  type ClockRun,
  type DeadlineExplanation,
  type Evidence,
  type ExplainedPause,
  type Pause,
  type UrgencyChange,
} from './deadline';
export { addAllowedTime, allowedTime, clockOf, dueAt, warnAt } from './due-at';
export { nothingPublished, policyInForce, policyVersion, type PolicyInForce, type PublishedPolicies } from './in-force';
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
export { businessCalendarOf, type CalendarState, type PublishedCalendar } from './published-calendar';
export { slaPolicyOf, type PolicyState, type PublishedPolicy } from './published-policy';
export { slaPolicyAggregate } from './sla-policy-aggregate';
