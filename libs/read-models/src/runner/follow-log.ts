import { type EventLog, type LogPosition, positionKey, readPositionKey } from '@referral/eventsourcing';
import { applyTogether } from './apply-together';
import type { CommitSurroundings } from './commit-surely';
import { deliver, type Delivery } from './delivery';
import { MessageBuffer } from './message-buffer';
import type { ModelWriter } from './model-writer';

/** How a log is followed. */
export interface FollowPace {
  /** Most events that go into one transaction of a model. */
  readonly batchSize: number;
  /** How long the first event of a batch waits for others while the log is being caught up with. What is new waits for none. */
  readonly lingerMs: number;
  /** How long nothing may come before the checkpoints are looked after. */
  readonly idleMs: number;
}

/** Events that are taken into all models in one transaction; a larger batch gets one for each, which are written side by side. */
const mostTogether = 200;

/** What the one who asked to follow wants to be told. */
export interface FollowReports {
  readonly onBatch: (events: number) => void;
  /** Everything there was is in the models: told then, and again while they are kept current. */
  readonly onCaughtUp: () => Promise<void>;
}

/** Follows the log once for several models, from the one that is furthest behind, until the signal ends it or something fails. */
export const followLog = async (
  log: EventLog,
  writers: readonly ModelWriter[],
  pace: FollowPace,
  around: CommitSurroundings,
  { onBatch, onCaughtUp }: FollowReports,
): Promise<void> => {
  const { signal } = around;
  const buffer = new MessageBuffer(pace.batchSize * 2);
  const reading = new AbortController();
  const stop = () => reading.abort();
  signal.addEventListener('abort', stop, { once: true });
  const reader = read(log, writers, reading.signal, buffer);
  let live = false;
  let writing: Promise<unknown> = Promise.resolve();
  try {
    while (!signal.aborted) {
      const messages = await buffer.take(pace.batchSize, live ? 0 : pace.lingerMs, pace.idleMs);
      const { deliveries, through, caughtUp } = sortOut(messages);
      const before = writing;
      if (through !== null) writing = applied(around, writers, deliveries, through);
      // Until the log is caught up with, and while there is more of it than fits a batch, the next one is made while this one is written.
      const moreWaits = !caughtUp && messages.length >= (live ? pace.batchSize : 1);
      await before;
      if (deliveries.length > 0) onBatch(deliveries.length);
      if (moreWaits) continue;
      await writing;
      await flushed(writers);
      await Promise.all(writers.map((writer) => writer.beat()));
      live ||= caughtUp;
      if (live) await onCaughtUp();
    }
    await writing;
  } finally {
    // However the reading ended: what was read need not be read again. What cannot be written has been told above.
    await flushed(writers).catch(() => undefined);
    signal.removeEventListener('abort', stop);
    reading.abort();
    buffer.release();
    await reader;
  }
};

const applied = (
  around: CommitSurroundings,
  writers: readonly ModelWriter[],
  deliveries: readonly Delivery[],
  through: string,
): Promise<unknown> => {
  const all =
    deliveries.length <= mostTogether
      ? applyTogether(around, writers, deliveries, through)
      : Promise.all(writers.map((writer) => writer.apply(deliveries, through)));
  // It is waited for one batch later; until then nobody else would hear of a failure.
  all.catch(() => undefined);
  return all;
};

const flushed = (writers: readonly ModelWriter[]): Promise<unknown> =>
  Promise.all(writers.map((writer) => writer.flush()));

const read = async (
  log: EventLog,
  writers: readonly ModelWriter[],
  signal: AbortSignal,
  buffer: MessageBuffer,
): Promise<void> => {
  const categories = [...new Set(writers.flatMap(({ projection }) => projection.categories))];
  try {
    for await (const message of log.follow({ after: furthestBehind(writers), categories, signal })) {
      const full = buffer.push(message);
      if (full) await full;
      if (signal.aborted) break;
    }
    buffer.end(new Error('The log is no longer told.'));
  } catch (error) {
    buffer.end(error);
  }
};

const furthestBehind = (writers: readonly ModelWriter[]): LogPosition | null => {
  const positions = writers.map(({ checkpoint }) => checkpoint.position);
  if (positions.some((position) => position === null)) return null;
  const [first] = positions.filter((position) => position !== null).sort();
  return first === undefined ? null : readPositionKey(first);
};

const sortOut = (messages: Awaited<ReturnType<MessageBuffer['take']>>) => {
  const deliveries: Delivery[] = [];
  let through: string | null = null;
  let caughtUp = false;
  for (const message of messages) {
    if (message.kind === 'caughtUp') caughtUp = true;
    else if (message.kind === 'progress') through = later(through, positionKey(message.position));
    else {
      const delivery = deliver(message);
      // At least once may mean twice; what is not beyond what came before was there already.
      if (through === null || delivery.key > through) deliveries.push(delivery);
      through = later(through, delivery.key);
    }
  }
  return { deliveries, through, caughtUp };
};

const later = (left: string | null, right: string): string => (left !== null && left > right ? left : right);
