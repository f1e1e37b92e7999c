import type { Actor, EventType } from '@referral/eventsourcing';
import { randomUUID } from 'node:crypto';
import { noHash } from '../envelope/hash-chain';
import { seal } from '../envelope/seal';
import { RevisionConflict } from '../store/errors';
import type { EventStore, EventToStore } from '../store/event-store';

/** Somebody looked at patient data. */
export interface Access {
  readonly type: 'ReferralRead' | 'ReferralHistoryRead' | 'RecordRead';
  readonly tenantId: string;
  readonly actor: Actor;
  /** The referral that it concerned, where that is known. */
  readonly referralId?: string;
  /** Server clock, UTC. */
  readonly occurredAt: string;
  readonly correlationId: string;
  readonly purposeOfUse?: 'TREAT' | 'HPAYMT' | 'HOPERAT' | 'PATRQT' | 'ETREAT';
  /** What was looked at, without patient data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const read: EventType = { schemaVersion: 1, phi: [] };

/** Records that go into one append at most. */
const batchSize = 200;

/** Rounds of finding the end of the stream before giving up on one that other processes keep writing to. */
const rounds = 20;

interface Waiting {
  readonly access: Access;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Where a stream ends as far as it is known here. */
interface End {
  readonly revision: bigint | null;
  readonly hash: string;
}

/**
 * The record of who looked at what: a hash-chained stream for each tenant and day. Records that come while one append is under way
 * go into the next one together. An answer may only be given after its record is durable, so that there is no reading without one.
 */
export class AccessLog {
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly ends = new Map<string, End>();

  constructor(private readonly store: EventStore) {}

  /** Resolves when the record is durable. Throws StoreUnavailable. */
  record(access: Access): Promise<void> {
    const day = access.occurredAt.slice(0, 10).replaceAll('-', '');
    const streamId = `access-${access.tenantId}-${day}`;
    return new Promise((resolve, reject) => {
      const waiting = this.waiting.get(streamId);
      const one = { access, resolve, reject };
      if (waiting) {
        waiting.push(one);
        return;
      }
      this.waiting.set(streamId, [one]);
      void this.drain(streamId);
    });
  }

  private async drain(streamId: string): Promise<void> {
    for (;;) {
      const batch = this.waiting.get(streamId)?.splice(0, batchSize) ?? [];
      if (batch.length === 0) break;
      try {
        await this.write(streamId, batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        this.ends.delete(streamId);
        for (const { reject } of batch) reject(error);
      }
    }
    this.waiting.delete(streamId);
  }

  private async write(streamId: string, batch: readonly Waiting[]): Promise<void> {
    const commandIds = batch.map(() => randomUUID());
    for (let round = 1; ; round += 1) {
      const end = this.ends.get(streamId) ?? (await this.endOf(streamId));
      const events = chained(streamId, batch, commandIds, end.hash);
      try {
        const { revision } = await this.store.append(streamId, events, end.revision ?? 'no_stream');
        this.ends.clear(); // yesterday's is not needed again
        this.ends.set(streamId, { revision, hash: hashOfLast(events) });
        return;
      } catch (error) {
        this.ends.delete(streamId);
        if (!(error instanceof RevisionConflict) || round >= rounds) throw error;
      }
    }
  }

  private async endOf(streamId: string): Promise<End> {
    for await (const { revision, metadata } of this.store.readStream(streamId, { direction: 'backwards', max: 1 }))
      return { revision, hash: (metadata as { readonly hash: string }).hash };
    return { revision: null, hash: noHash };
  }
}

const chained = (
  streamId: string,
  batch: readonly Waiting[],
  commandIds: readonly string[],
  prevHash: string,
): readonly EventToStore[] => {
  let hash = prevHash;
  return batch.flatMap(({ access }, index) => {
    const { type, referralId, occurredAt, details, tenantId, actor, correlationId, purposeOfUse } = access;
    const commandId = commandIds[index] ?? '';
    const sealed = seal({
      streamId,
      prevHash: hash,
      envelope: {
        tenantId,
        recordedAt: occurredAt,
        actor,
        source: { channel: 'api' },
        commandId,
        commandType: 'RecordAccess',
        commandHash: '',
        correlationId,
        causationId: correlationId,
        ...(purposeOfUse && { purposeOfUse }),
      },
      events: [
        {
          event: { type, data: { ...(referralId !== undefined && { referralId }), ...details }, occurredAt },
          eventType: read,
        },
      ],
    });
    hash = sealed.hash;
    return sealed.events;
  });
};

const hashOfLast = (events: readonly EventToStore[]): string =>
  (events.at(-1)?.metadata as { readonly hash: string }).hash;
