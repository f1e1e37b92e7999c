import { type EventLog, type Projection, readPositionKey } from '@referral/eventsourcing';
import type { ParkedEvent } from '../store/parked-event';
import { type Addressed, address, deliver, type Delivery } from './delivery';

/**
 * The parked events as the log tells them now, in order. Their content is not kept beside the log, so that no copy of patient data is
 * left where keys are destroyed, and a repaired decoder or upcaster gets its chance.
 */
export const readAgain = async (
  log: EventLog,
  projection: Projection,
  parked: readonly ParkedEvent[],
  signal: AbortSignal,
): Promise<readonly Addressed[]> => {
  const [first] = parked;
  if (!first) return [];
  const byKey = new Map(parked.map((event) => [event.position, event]));
  const found: Delivery[] = [];
  const enough = new AbortController();
  const after = first.readAgainAfter === null ? null : readPositionKey(first.readAgainAfter);
  const both = AbortSignal.any([signal, enough.signal]);
  for await (const message of log.follow({ after, categories: projection.categories, signal: both })) {
    if (message.kind === 'caughtUp') break;
    if (message.kind === 'progress') continue;
    const delivery = deliver(message);
    if (byKey.delete(delivery.key)) found.push(delivery);
    if (byKey.size === 0) break;
  }
  enough.abort();
  if (byKey.size > 0) throw new Error(`The log no longer tells ${byKey.size} of ${parked.length} parked events.`);
  return address(projection, found);
};
