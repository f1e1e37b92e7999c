import type { Projection } from '@referral/eventsourcing';
import { address, type Delivery } from './delivery';

/** A batch is full with so many rows to write, with so many events, or after so long. */
const mostRows = 8_000;
const mostEvents = 24_000;
const longestMs = 8_000;

/**
 * What a model was shown and has not written yet. While there is much to read, a batch grows by what it comes to and not by its events, so
 * that documents are written once for many of them.
 */
export class HeldBatch {
  #events: Delivery[] = [];
  #documents = new Set<string>();
  #entries = 0;
  #since = 0;

  constructor(private readonly projection: Projection) {}

  get events(): readonly Delivery[] {
    return this.#events;
  }

  get isFull(): boolean {
    if (this.#events.length === 0) return false;
    const rows = this.#documents.size + this.#entries;
    return rows >= mostRows || this.#events.length >= mostEvents || performance.now() - this.#since > longestMs;
  }

  add(deliveries: readonly Delivery[]): void {
    if (deliveries.length === 0) return;
    if (this.#events.length === 0) this.#since = performance.now();
    for (const delivery of deliveries) this.#events.push(delivery);
    for (const { documentId } of address(this.projection, deliveries)) this.#documents.add(documentId);
    if (this.projection.entry) this.#entries += deliveries.length;
  }

  clear(): void {
    this.#events = [];
    this.#documents = new Set();
    this.#entries = 0;
  }
}
