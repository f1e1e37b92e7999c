export { defaultCalendar, type BusinessCalendar } from './business-calendar';
export { addBusinessDays, addBusinessHours, businessMinutesBetween, endOfBusinessDay } from './business-time';
export { defaultPolicy } from './default-policy';
export { addAllowedTime, allowedTime, clockOf, dueAt, warnAt } from './due-at';
export {
  clockIds,
  type AllowedTime,
  type ClockId,
  type ClockTrigger,
  type DurationUnit,
  type PauseReason,
  type SlaClock,
  type SlaPolicy,
  type SlaUrgency,
} from './sla-policy';
export { clocksStartedBy, clocksStoppedBy, triggers, type TriggeringEvent } from './triggers';
