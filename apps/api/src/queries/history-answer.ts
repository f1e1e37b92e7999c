import { disclosed, toExportLine, toManifestLine, undisclosed } from '@referral/event-store';
import type { Actor } from '@referral/eventsourcing';
import { allowedActions, referralEventTypes, type Referral, type ReferralEventType } from '@referral/referral';
import { positionToken } from '../http/positions';
import { mayReadPhiOf } from './phi-access';
import type { TimeAxis } from './history';
import type { Told } from './referral-stream';

/** One event of a history, for people. */
export const eventAnswer = ({ stored, event, reason }: Told, actor: Actor): object => ({
  eventId: stored.id,
  type: stored.type,
  revision: Number(stored.revision),
  position: positionToken(stored.position),
  ...(event
    ? {
        occurredAt: event.occurredAt,
        recordedAt: event.metadata.recordedAt,
        actor: event.metadata.actor,
        source: event.metadata.source,
        command: event.metadata.commandType,
        commandId: event.metadata.commandId,
        correlationId: event.metadata.correlationId,
        causationId: event.metadata.causationId,
        ...(event.metadata.stage ? { stage: event.metadata.stage } : {}),
        data: mayReadPhiOf(event, actor) ? event.data : withoutPhi(event.type, event.data),
        ...(event.redacted ? { redacted: event.redacted } : {}),
        hash: event.metadata.hash,
      }
    : { unreadable: reason }),
});

/** Fields marked PHI left out; every one of a referral's stands at the top of its event's data. */
const withoutPhi = (type: string, data: object): object => {
  const phi = new Set(referralEventTypes[type as ReferralEventType].phi.map((path) => path.split(/[.[]/)[0]));
  return Object.fromEntries(Object.entries(data).filter(([field]) => !phi.has(field)));
};

/** What a history says beside its events: the state that they lead to. */
export const historyAnswer = (
  { told, state, axis, asOf }: { told: readonly Told[]; state: Referral; axis: TimeAxis; asOf: string | undefined },
  referralId: string,
  actor: Actor,
): object => ({
  referralId,
  time: axis,
  asOf: asOf ?? null,
  revision: told.length === 0 ? null : Math.max(...told.map(({ stored }) => Number(stored.revision))),
  state,
  allowedActions: allowedActions(state, actor),
  events: told.map((one) => eventAnswer(one, actor)),
});

/** The lines of an exported history: the whole stream, whatever counts, since only that can be proved; at the end what must be there. */
export function* historyLines(told: readonly Told[], counted: readonly Told[], actor: Actor): Generator<string> {
  const counting = new Set(counted);
  for (const one of told) yield `${historyLine(one, counting.has(one), actor)}\n`;
  const last = told.at(-1)?.stored;
  if (!last) return;
  const { hash } = last.metadata as { readonly hash: string };
  yield `${toManifestLine({ streamId: last.streamId, events: told.length, hash })}\n`;
}

/** One line: all that is needed to prove the event, and `disclosed`, what it says. */
const historyLine = ({ stored, event, reason }: Told, counts: boolean, actor: Actor): string => {
  if (!event) return toExportLine(stored, { counts, ...(reason !== undefined && { unreadable: reason }) });
  const data = stored.data as Readonly<Record<string, unknown>>; // an event that could be opened has fields
  const shown = mayReadPhiOf(event, actor) ? (disclosed(data, event.data) as typeof data) : undisclosed(data);
  return toExportLine(stored, { counts, disclosed: shown });
};
