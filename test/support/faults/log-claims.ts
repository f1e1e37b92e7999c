import type { RawEvent } from '../raw-log';
import type { Journal } from './journal';

/** What a journal says that a log does not bear out, in words; empty when log and journal agree. */
export const contradictions = (events: readonly RawEvent[], journal: Journal): readonly string[] => {
  const commands = byCommand(events);
  return [
    ...journal.acknowledged.flatMap(({ commandId, referralId, revision }) => {
      const own = commands.get(commandId) ?? [];
      const last = own.at(-1);
      if (!last) return [`${commandId} was acknowledged and is lost`];
      return last.streamId === `referral-${referralId}` && last.revision === revision
        ? []
        : [`${commandId} was acknowledged at ${referralId} ${String(revision)}, not ${place(last)}`];
    }),
    ...journal.refused.filter((commandId) => commands.has(commandId)).map((id) => `${id} was refused and is there`),
  ];
};

/** What in a log is there twice, or not where it should be. */
export const disorder = (events: readonly RawEvent[]): readonly string[] => [
  ...gaps(events),
  ...twice(events.map(({ id }) => id)).map((id) => `event ${id} is there twice`),
  ...twice(events.flatMap(({ type, data }) => (type === 'ReferralReceived' ? [String(data['reference'])] : []))).map(
    (reference) => `reference ${reference} was given twice`,
  ),
  ...[...byCommand(events)].flatMap(([commandId, own]) => {
    const first = own[0];
    const together = own.every(
      ({ streamId, revision }, index) => streamId === first?.streamId && revision === first.revision + index,
    );
    return together ? [] : [`${commandId} took effect twice: ${own.map(place).join(', ')}`];
  }),
];

/** Events of referrals by the command that led to them, in log order. */
const byCommand = (events: readonly RawEvent[]): ReadonlyMap<string, readonly RawEvent[]> => {
  const commands = new Map<string, RawEvent[]>();
  for (const event of events) {
    if (!event.streamId.startsWith('referral-')) continue;
    const commandId = String(event.metadata['commandId']);
    commands.set(commandId, [...(commands.get(commandId) ?? []), event]);
  }
  return commands;
};

const gaps = (events: readonly RawEvent[]): readonly string[] => {
  const heads = new Map<string, number>();
  return events.flatMap((event) => {
    const expected = (heads.get(event.streamId) ?? -1) + 1;
    heads.set(event.streamId, event.revision);
    return event.revision === expected ? [] : [`${place(event)} stands where ${String(expected)} should`];
  });
};

const twice = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

const place = ({ streamId, revision }: RawEvent): string => `${streamId} ${String(revision)}`;
