import { type EventLog, KnownSoFar, positionKey, type Projection } from '@referral/eventsourcing';

/**
 * What a projection knows when it is at a place in the log: that is kept nowhere and read again, since it is little. `undefined` for a
 * projection that knows nothing.
 * @param through key of the place; `null` before the first event
 */
export const knownUpTo = async (
  log: EventLog,
  { knows }: Projection,
  through: string | null,
  signal: AbortSignal,
): Promise<KnownSoFar<unknown> | undefined> => {
  if (!knows) return undefined;
  const known = new KnownSoFar(knows);
  if (through === null) return known;
  const enough = new AbortController();
  const both = AbortSignal.any([signal, enough.signal]);
  for await (const message of log.follow({ after: null, categories: knows.categories, signal: both })) {
    if (message.kind === 'caughtUp') break;
    const { position } = message.kind === 'event' ? message.event : message;
    if (positionKey(position) > through) break;
    if (message.kind === 'event') known.learn(message.event);
  }
  enough.abort();
  return known;
};
