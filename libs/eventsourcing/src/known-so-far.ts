import type { Knowledge } from './knowledge';
import { positionKey } from './position-key';
import type { RecordedEvent } from './recorded-event';
import { categoryOf } from './stream-name';

interface Learnt<Known> {
  readonly position: string;
  readonly known: Known;
}

/** What is known of each tenant, now and as it was at any place of the log that has been read. It is told events in log order. */
export class KnownSoFar<Known> {
  private readonly byTenant = new Map<string, Learnt<Known>[]>();
  private readonly categories: ReadonlySet<string>;

  constructor(private readonly knowledge: Knowledge<Known>) {
    this.categories = new Set(knowledge.categories);
  }

  /** Takes an event in, unless it says nothing to this or was told before. */
  learn(event: RecordedEvent): void {
    const { streamId, metadata } = event;
    if (!this.categories.has(categoryOf(streamId))) return;
    const learnt = this.byTenant.get(metadata.tenantId) ?? [];
    this.byTenant.set(metadata.tenantId, learnt);
    const position = positionKey(event.position);
    const newest = learnt.at(-1);
    if (newest && newest.position >= position) return;
    learnt.push({ position, known: this.knowledge.learn(newest?.known ?? this.knowledge.initial, event) });
  }

  /** @param before the key of a place in the log: what was told from there on is left out */
  of(tenantId: string, before?: string): Known {
    const learnt = this.byTenant.get(tenantId) ?? [];
    return (
      learnt.findLast(({ position }) => before === undefined || position < before)?.known ?? this.knowledge.initial
    );
  }
}
