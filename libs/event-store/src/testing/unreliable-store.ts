import { InMemoryEventStore } from '../store/in-memory-event-store';
import { StoreUnavailable } from '../store/errors';
import type { Appended, EventToStore, ExpectedRevision } from '../store/event-store';

/** What an append of an unreliable store does instead of answering: its events are written at once, later, or never. */
export type Accident =
  'written, answer lost' | 'written after the next append began' | 'written after the next read' | 'never written';

/** A store in memory some of whose appends end without an answer, as the next accidents say. */
export class UnreliableStore extends InMemoryEventStore {
  readonly accidents: Accident[] = [];
  /** How many appends were asked for. */
  appends = 0;
  /** How many streams were read. */
  reads = 0;
  private late: (() => Promise<unknown>) | null = null;
  private afterRead: (() => Promise<unknown>) | null = null;

  override async append(
    streamId: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    this.appends += 1;
    const { late } = this;
    this.late = null;
    await late?.();
    const accident = this.accidents.shift();
    if (accident === 'written, answer lost') await super.append(streamId, events, expected);
    if (accident === 'written after the next append began') this.late = () => super.append(streamId, events, expected);
    if (accident === 'written after the next read') this.afterRead = () => super.append(streamId, events, expected);
    if (accident) throw new StoreUnavailable('no answer');
    return super.append(streamId, events, expected);
  }

  override async *readStream(...args: Parameters<InMemoryEventStore['readStream']>) {
    this.reads += 1;
    const { afterRead } = this;
    this.afterRead = null;
    yield* super.readStream(...args);
    await afterRead?.();
  }
}
