import type { ClockId } from '@referral/values';
import { defaultPolicy } from './default-policy';
import type { ClockTrigger, SlaClock } from './sla-policy';

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

/** Triggers by the type of their event: most events bear on no clock, and the read side asks for every event. */
const byType = (side: (clock: SlaClock) => readonly ClockTrigger[]) => {
  const found = new Map<string, { readonly clock: ClockId; readonly trigger: ClockTrigger }[]>();
  for (const clock of defaultPolicy.clocks)
    for (const trigger of side(clock))
      found.set(trigger.type, [...(found.get(trigger.type) ?? []), { clock: clock.clock, trigger }]);
  return found;
};

const starts = byType(({ startsOn }) => startsOn);
const stops = byType(({ stopsOn }) => stopsOn);
const none: readonly ClockId[] = [];

const named = (known: ReturnType<typeof byType>, event: TriggeringEvent): readonly ClockId[] =>
  known
    .get(event.type)
    ?.filter(({ trigger }) => triggers(trigger, event))
    .map(({ clock }) => clock) ?? none;

/** The clocks that an event starts. What starts and stops a clock is not the site's to change: the default policy tells it for all. */
export const clocksStartedBy = (event: TriggeringEvent): readonly ClockId[] => named(starts, event);

/** The clocks that an event stops. */
export const clocksStoppedBy = (event: TriggeringEvent): readonly ClockId[] => named(stops, event);
