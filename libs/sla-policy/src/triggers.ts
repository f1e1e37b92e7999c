import type { ClockTrigger, SlaClock, SlaPolicy } from './sla-policy';

/** As much of an event as triggers look at. */
export interface TriggeringEvent {
  readonly type: string;
  readonly data: object;
}

/** The value at a dotted path. */
const valueAt = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Readonly<Record<string, unknown>>)[key];
  }, data);

/** True when the event is one that the trigger means. */
export const triggers = ({ type, where = {} }: ClockTrigger, event: TriggeringEvent): boolean =>
  type === event.type && Object.entries(where).every(([path, value]) => valueAt(event.data, path) === value);

/** The clocks of a policy that an event starts. */
export const clocksStartedBy = (policy: SlaPolicy, event: TriggeringEvent): readonly SlaClock[] =>
  policy.clocks.filter(({ startsOn }) => startsOn.some((trigger) => triggers(trigger, event)));

/** The clocks of a policy that an event stops. */
export const clocksStoppedBy = (policy: SlaPolicy, event: TriggeringEvent): readonly SlaClock[] =>
  policy.clocks.filter(({ stopsOn }) => stopsOn.some((trigger) => triggers(trigger, event)));
