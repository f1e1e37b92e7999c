import type { EventCodec, EventStore } from '@referral/event-store';
import { StreamUnreadable } from '@referral/event-store';
import type { RecordedEvent } from '@referral/eventsourcing';
import type { Subject } from '@referral/processes';

/** A subject as far as it is known. */
interface Seen {
  readonly view: unknown;
  /** Of the newest fact in the view; -1 before the first. */
  readonly revision: bigint;
}

/** Subjects as processes see them, folded from their streams; those looked at lately are kept. */
export class Views {
  private readonly kept = new Map<Subject, Map<string, Seen>>();

  /** @param capacity how many of each kind are kept */
  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly capacity = 10_000,
  ) {}

  /** The subject right after one of its facts. Throws StoreUnavailable, KeysUnavailable, StreamUnreadable. */
  async at(subject: Subject, fact: RecordedEvent): Promise<unknown> {
    const { streamId, revision } = fact;
    const seen = this.seen(subject, streamId);
    if (seen.revision === revision) return seen.view;
    if (seen.revision === revision - 1n)
      return this.keep(subject, streamId, { view: subject.evolve(seen.view, fact), revision });
    if (seen.revision < revision)
      return this.keep(subject, streamId, await this.readOn(subject, streamId, seen, revision));
    return (await this.readOn(subject, streamId, { view: subject.initialView, revision: -1n }, revision)).view;
  }

  /** The subject as it is now. Throws what `at` throws. */
  async now(subject: Subject, streamId: string): Promise<unknown> {
    return this.keep(subject, streamId, await this.readOn(subject, streamId, this.seen(subject, streamId)));
  }

  private async readOn(subject: Subject, streamId: string, from: Seen, through?: bigint): Promise<Seen> {
    let { view, revision } = from;
    for await (const stored of this.store.readStream(streamId, { from: revision + 1n })) {
      if (through !== undefined && stored.revision > through) break;
      const opened = await this.codec.open(stored);
      if (opened.kind === 'unreadable') throw new StreamUnreadable(streamId, stored.revision, opened.reason);
      view = subject.evolve(view, opened.event);
      ({ revision } = stored);
    }
    return { view, revision };
  }

  private seen(subject: Subject, streamId: string): Seen {
    return this.kept.get(subject)?.get(streamId) ?? { view: subject.initialView, revision: -1n };
  }

  private keep(subject: Subject, streamId: string, seen: Seen): unknown {
    const kept = this.kept.get(subject) ?? new Map<string, Seen>();
    this.kept.set(subject, kept);
    kept.delete(streamId);
    kept.set(streamId, seen);
    const [oldest] = kept.keys();
    if (kept.size > this.capacity && oldest !== undefined) kept.delete(oldest);
    return seen.view;
  }
}
