import { randomUUID } from 'node:crypto';
import { type EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { rateInFlight } from './in-flight';

/** Content that makes an event some 500 bytes of data. */
export const fiveHundredBytes = { text: 'x'.repeat(488) };

/** Appends per second of the official client alone: one event of 500 bytes each, every one to a stream of its own. */
export const rawAppendRate = (client: EventStoreDBClient, count: number, inFlight: number): Promise<number> =>
  rateInFlight(count, inFlight, () =>
    client.appendToStream(`raw-${randomUUID()}`, [jsonEvent({ type: 'Measured', data: fiveHundredBytes })], {
      expectedRevision: NO_STREAM,
    }),
  );

/** The same after reading another stream whole, as a command on a stream that is not known has to. */
export const rawReadAndAppendRate = (
  client: EventStoreDBClient,
  streams: readonly string[],
  inFlight: number,
): Promise<number> =>
  rateInFlight(streams.length, inFlight, async (index) => {
    let revision = -1n;
    for await (const { event } of client.readStream(streams[index] ?? '')) revision = event?.revision ?? revision;
    if (revision < 0n) throw new Error('There is nothing to read.');
    await rawAppendRate(client, 1, 1);
  });
