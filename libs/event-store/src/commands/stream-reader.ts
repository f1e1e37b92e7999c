import type { Aggregate, Command, DomainEvent } from '@referral/eventsourcing';
import type { EventCodec } from '../envelope/event-codec';
import type { EventStore } from '../store/event-store';
import { StreamUnreadable } from './command-errors';
import { afterEvent, emptyStream, type StreamState } from './stream-state';

/** Reads streams and folds them. */
export class StreamReader {
  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
  ) {}

  /** The whole stream, folded. */
  load<C extends Command, State, Event extends DomainEvent>(
    aggregate: Aggregate<C, State, Event>,
    streamId: string,
  ): Promise<StreamState<State>> {
    return this.readOn(aggregate, streamId, emptyStream(aggregate.decider.initialState));
  }

  /** `known` with everything that came since; the whole stream anew when it does not go on from where `known` believes it does. */
  async refresh<C extends Command, State, Event extends DomainEvent>(
    aggregate: Aggregate<C, State, Event>,
    streamId: string,
    known: StreamState<State>,
  ): Promise<StreamState<State>> {
    if (known.revision < 0n) return this.load(aggregate, streamId);
    const from = { ...known, confirmed: true };
    const refreshed = await this.readOn(aggregate, streamId, from, known.revision);
    return refreshed.confirmed ? refreshed : this.load(aggregate, streamId);
  }

  /** Folds what comes from a revision on. The event at the known end is compared with what is known of it. */
  private async readOn<C extends Command, State, Event extends DomainEvent>(
    { decider }: Aggregate<C, State, Event>,
    streamId: string,
    known: StreamState<State>,
    from = 0n,
  ): Promise<StreamState<State>> {
    let current = known;
    let met = known.revision < 0n;
    for await (const stored of this.store.readStream(streamId, { from })) {
      const answer = this.codec.open(stored);
      const opened = answer instanceof Promise ? await answer : answer;
      if (opened.kind === 'unreadable') throw new StreamUnreadable(streamId, stored.revision, opened.reason);
      const { event } = opened;
      if (event.revision > current.revision)
        current = afterEvent(current, decider.evolve(current.state, event as unknown as Event), event);
      else if (event.metadata.hash === current.hash) met = true;
      else return { ...current, confirmed: false };
    }
    return met ? current : { ...current, confirmed: false };
  }
}
