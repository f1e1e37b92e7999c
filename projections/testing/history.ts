import type { EventMetadata, RecordedEvent } from '@referral/eventsourcing';
import type { ReferralEvent } from '@referral/referral';

/** What a specification may say about how a fact was recorded. */
export interface HistoryOptions {
  readonly referralId?: string;
  /** Recorded this much later than it took effect. */
  readonly latencyMs?: number;
  readonly tenantId?: string;
  /** Position of the first event. */
  readonly from?: number;
}

/** Facts of one referral as the log would tell them: revisions from 0, positions ten apart. */
export const recorded = (
  events: readonly ReferralEvent[],
  options: HistoryOptions = {},
): RecordedEvent<ReferralEvent>[] => events.map((event, revision) => recordedAt(event, revision, options));

const recordedAt = (
  event: ReferralEvent,
  revision: number,
  { referralId = 'r1', latencyMs = 0, tenantId = 't1', from = 10 }: HistoryOptions,
): RecordedEvent<ReferralEvent> => {
  const position = BigInt(from + revision * 10);
  const metadata: EventMetadata = {
    eventId: `${referralId}-e${revision}`,
    eventType: event.type,
    schemaVersion: 1,
    tenantId,
    occurredAt: event.occurredAt,
    recordedAt: new Date(Date.parse(event.occurredAt) + latencyMs).toISOString(),
    actor: { userId: 'user-1', kind: 'human', roles: ['coordinator'] },
    source: { channel: 'api' },
    commandId: `${referralId}-c${revision}`,
    commandType: 'Command',
    commandHash: '0',
    correlationId: 'correlation-1',
    causationId: 'causation-1',
    prevHash: '0',
    hash: '0',
  };
  const streamId = `referral-${referralId}`;
  return {
    ...event,
    streamId,
    revision: BigInt(revision),
    position: { commit: position, prepare: position },
    metadata,
  };
};
