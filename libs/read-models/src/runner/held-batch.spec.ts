import { describe, expect, it } from '@jest/globals';
import { InMemoryLog } from '../testing/in-memory-log';
import { counted, tally } from '../testing/tally';
import { deliver, type Delivery } from './delivery';
import { HeldBatch } from './held-batch';

/** So many events, spread over so many documents. */
const deliveries = async (events: number, documents: number): Promise<readonly Delivery[]> => {
  const log = new InMemoryLog();
  for (let index = 0; index < events; index += 1) log.append(`account-${index % documents}`, counted(index));
  const found: Delivery[] = [];
  const { signal } = new AbortController();
  for await (const message of log.follow({ after: null, categories: ['account'], signal })) {
    if (message.kind === 'caughtUp') break;
    if (message.kind === 'event') found.push(deliver(message));
  }
  return found;
};

const { entry: _, ...withoutEntries } = tally({});

describe('A batch that a model holds', () => {
  it('is full with so many documents', async () => {
    const held = new HeldBatch(withoutEntries);
    held.add(await deliveries(7_999, 7_999));
    expect(held.isFull).toBe(false);
    held.add(await deliveries(8_000, 8_000));
    expect(held.isFull).toBe(true);
  });

  it('takes in more events the more of them concern the same documents', async () => {
    const held = new HeldBatch(withoutEntries);
    held.add(await deliveries(23_999, 10));
    expect(held.isFull).toBe(false);
    held.add(await deliveries(1, 1));
    expect(held.isFull).toBe(true);
  });

  it('counts a row for each event that may add one', async () => {
    const held = new HeldBatch(tally({}));
    held.add(await deliveries(8_000, 10));
    expect(held.isFull).toBe(true);
  });

  it('is empty and not full once it is written', async () => {
    const held = new HeldBatch(tally({}));
    held.add(await deliveries(8_000, 10));
    held.clear();
    expect(held.isFull).toBe(false);
    expect(held.events).toEqual([]);
  });
});
