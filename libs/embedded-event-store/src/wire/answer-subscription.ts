import { randomUUID } from 'node:crypto';
import { createFilter } from '../engine/event-filter';
import type { EventStoreEngine } from '../engine/event-store-engine';
import type { Follower, FollowItem } from '../engine/follow';
import { resolved } from './answer-read';
import type { ReadRequest, ReadTarget } from './messages/read-request';
import { caughtUp, checkpoint, confirmation } from './messages/read-response';
import { nextTurn, writeAll } from './outgoing';
import type { Outgoing } from './outgoing';
import { streamDeleted, unknown } from './status';

const followerOf = (engine: EventStoreEngine, request: ReadRequest, target: ReadTarget): Follower => {
  if (target.kind === 'stream') {
    const { stream, from } = target;
    if (stream === '') throw unknown('A stream has a name.');
    const start = from === 'end' ? engine.streamLength(stream) : from === 'start' ? 0 : Number(from) + 1;
    const follower = engine.followStream(stream, start);
    if (follower === undefined) throw streamDeleted(stream);
    return follower;
  }
  const { from } = target;
  if (typeof from === 'object' && from.prepare > from.commit)
    throw unknown('The prepare position is above the commit position.');
  if (request.filter?.checkpointIntervalMultiplier === 0)
    throw unknown('A checkpoint is due after one window at least.');
  const filter = request.filter && {
    filter: createFilter(request.filter),
    checkpointEvery: request.filter.window * request.filter.checkpointIntervalMultiplier,
  };
  return engine.followAll({
    from:
      from === 'end' ? engine.end() : from === 'start' ? 0 : Number(from.commit) + (from.prepare < from.commit ? 0 : 1),
    ...filter,
  });
};

/** A bell that rings once for all rings that nobody waited for. */
const createBell = () => {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      hasRung = true;
      wake?.();
    },
    next: () =>
      new Promise<void>((resolve) => {
        const answer = (): void => {
          hasRung = false;
          wake = undefined;
          resolve();
        };
        if (hasRung) answer();
        else wake = answer;
      }),
  };
};

type Told = Exclude<FollowItem, { kind: 'tombstoned' }>;

const isTold = (item: FollowItem): item is Told => item.kind !== 'tombstoned';

/**
 * Answers a subscription: what there is, `caught up`, and then what comes, until the receiver goes. A receiver that is slow
 * reads on from where it is; it is never cut off and never slows others down.
 * @throws CallFailure when it is refused, and when the stream ends for good.
 */
export const answerSubscription = async (
  engine: EventStoreEngine,
  request: ReadRequest,
  target: ReadTarget,
  outgoing: Outgoing,
): Promise<void> => {
  const follower = followerOf(engine, request, target);
  const bell = createBell();
  const stopListening = follower.listen(bell.ring);
  outgoing.onClose(() => {
    stopListening();
    bell.ring();
  });
  const toMessage = (item: Told): Buffer => {
    if (item.kind === 'checkpoint') return checkpoint(item.position);
    return request.resolveLinks ? resolved(engine, item.message) : item.message;
  };
  let hasCaughtUp = false;
  outgoing.write(confirmation(randomUUID()));
  while (outgoing.isOpen()) {
    const items = follower.next();
    if (items !== undefined) {
      await writeAll(outgoing, items.filter(isTold).map(toMessage));
      if (!items.every(isTold)) throw streamDeleted(target.kind === 'stream' ? target.stream : '');
      await nextTurn();
      continue;
    }
    if (!hasCaughtUp) outgoing.write(caughtUp());
    hasCaughtUp = true;
    await bell.next();
  }
};
