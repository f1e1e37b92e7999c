import { EventCodec, EventStore, KeysUnavailable } from '@referral/event-store';
import { readPositionKey } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { projections } from '@referral/projections';
import { type ModelStatus, ReadModels } from '@referral/read-models';
import type { Clock } from '@referral/runtime';
import { CLOCK } from '../parts';

/** What the read models read. */
const categories = [...new Set(projections.flatMap((projection) => projection.categories))];

/** How long a read model may stand behind the log before the process calls itself unready. */
const LAG_LIMIT_MS = 10_000;

/** How long one look at a store may take. */
const LOOK_MS = 2_000;

/** How one part that is needed stands. */
export interface Check {
  readonly ok: boolean;
  readonly detail?: string;
}

/** How far one read model is behind the log. */
export interface Lag {
  readonly projection: string;
  readonly model: string;
  readonly position: string | null;
  readonly parked: number;
  readonly current: boolean;
  /** Since when it has been behind, ms; 0 when it is current. */
  readonly behindMs: number;
}

export interface Report {
  readonly ready: boolean;
  readonly checks: Readonly<Record<'eventStore' | 'readModels' | 'keys' | 'projections', Check>>;
  readonly head: string | null;
  readonly projections: readonly Lag[];
}

/** Whether this process can do its work now. */
@Injectable()
export class Readiness {
  /** When each model was first seen behind a head that it has not reached since. */
  private readonly behindSince = new Map<string, { readonly head: bigint; readonly at: number }>();

  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(EventCodec) private readonly codec: EventCodec,
    @Inject(ReadModels) private readonly readModels: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async report(): Promise<Report> {
    const [head, statuses, keys] = await Promise.all([
      within(this.newest(), 'EventStoreDB'),
      within(this.readModels.status(), 'MongoDB'),
      within(this.codec.checkKeys(), 'The store of the patients’ keys'),
    ]);
    const live = statuses.ok ? statuses.value.filter((status) => status.live) : [];
    const commit = head.ok ? (head.value ?? -1n) : -1n;
    const lags = live.map((status) => this.lagOf(status, commit));
    const late = lags.filter(({ behindMs }) => behindMs > LAG_LIMIT_MS).map(({ projection }) => projection);
    const checks = {
      eventStore: head.ok ? { ok: true } : { ok: false, detail: head.detail },
      readModels: statuses.ok ? { ok: true } : { ok: false, detail: statuses.detail },
      keys: keys.ok ? { ok: true } : { ok: false, detail: keys.detail },
      projections:
        live.length === 0
          ? { ok: false, detail: 'No read model has been built yet; is the projector running?' }
          : late.length === 0
            ? { ok: true }
            : { ok: false, detail: `Behind the log for more than 10 s: ${late.join(', ')}` },
    };
    const ready = Object.values(checks).every(({ ok }) => ok);
    return { ready, checks, head: commit < 0n ? null : commit.toString(), projections: lags };
  }

  /** Position of the newest event that a read model can have seen. */
  private async newest(): Promise<bigint | null> {
    for await (const { position } of this.store.readAll({ categories, direction: 'backwards', max: 1 }))
      return position.commit;
    return null;
  }

  private lagOf({ projection, model, position, parked }: ModelStatus, head: bigint): Lag {
    const at = (position === null ? null : readPositionKey(position))?.commit ?? -1n;
    const now = Date.parse(this.clock());
    const since = this.behindSince.get(model);
    if (at >= head || (since && at >= since.head)) this.behindSince.delete(model);
    if (at < head && !this.behindSince.has(model)) this.behindSince.set(model, { head, at: now });
    const behind = this.behindSince.get(model);
    return {
      projection,
      model,
      position: at < 0n ? null : at.toString(),
      parked,
      current: at >= head,
      behindMs: behind ? now - behind.at : 0,
    };
  }
}

type Looked<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly detail: string };

const within = async <Value>(look: Promise<Value>, what: string): Promise<Looked<Value>> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), LOOK_MS);
  });
  try {
    return { ok: true, value: await Promise.race([look, late]) };
  } catch (error) {
    return { ok: false, detail: error instanceof KeysUnavailable ? error.message : `${what} cannot be reached.` };
  } finally {
    clearTimeout(timer);
  }
};
