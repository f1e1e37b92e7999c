import { AccessLog, StreamUnreadable } from '@referral/event-store';
import { type Aggregate, fold, type RecordedEvent } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@referral/runtime';
import type { Caller } from '../http/caller';
import { CLOCK } from '../parts';
import { mayReadPhi } from './phi-access';
import { Streams } from './streams';

/** One instance of an aggregate as its page shows it, and the revision that it shows. */
export interface ShownInstance {
  readonly revision: bigint;
  readonly page: object;
}

/** Which instance of which aggregate somebody wants to see. */
export interface Wanted {
  readonly aggregate: Aggregate;
  readonly id: string;
  readonly caller: Caller;
  readonly correlationId: string;
}

/**
 * One instance of any aggregate, straight from the log: its folded state, which holds no patient data, what the caller may do with it
 * now, and, for roles that may see it, what its facts say of the patient.
 */
@Injectable()
export class InstancePage {
  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `<CATEGORY>_NOT_FOUND`. Showing patient data leaves an access record first. */
  async show(wanted: Wanted): Promise<ShownInstance> {
    const { aggregate, id, caller } = wanted;
    const events: RecordedEvent[] = [];
    for await (const { event, stored, reason } of this.streams.tell(aggregate.category, caller.tenantId, id)) {
      // What the state is cannot be told when one of its facts cannot be read.
      if (!event) throw new StreamUnreadable(stored.streamId, stored.revision, reason ?? 'unknown');
      events.push(event);
    }
    const { decider, allowedActions, idField } = aggregate;
    const state = fold(decider.evolve, decider.initialState, events);
    const revision = events.at(-1)?.revision ?? -1n;
    const facts = mayReadPhi(caller.actor) ? events.flatMap((event) => patientFact(aggregate, event)) : [];
    if (facts.length > 0) await this.record(wanted, state, revision);
    const page = {
      [idField]: id,
      revision: Number(revision),
      ...(state as object),
      allowedActions: allowedActions(state, caller.actor),
      ...(facts.length > 0 && { patientData: facts }),
    };
    return { revision, page };
  }

  private async record({ aggregate, id, caller, correlationId }: Wanted, state: unknown, revision: bigint) {
    const { referralId } = state as { readonly referralId?: unknown };
    await this.accessLog.record({
      type: 'RecordRead',
      ...caller,
      ...(typeof referralId === 'string' && { referralId }),
      occurredAt: this.clock(),
      correlationId,
      details: { category: aggregate.category, id, revision: Number(revision) },
    });
  }
}

/** What a fact says of the patient: the fields in which something is marked PHI; nothing when it has none. */
const patientFact = ({ events }: Aggregate, { type, data, occurredAt, metadata }: RecordedEvent): readonly object[] => {
  const marked = new Set((events[type]?.phi ?? []).map((path) => path.split(/[.[]/)[0]));
  const said = Object.entries(data).filter(([field]) => marked.has(field));
  return said.length === 0
    ? []
    : [{ type, occurredAt, by: metadata.actor.userId, data: Object.fromEntries(said) as object }];
};
