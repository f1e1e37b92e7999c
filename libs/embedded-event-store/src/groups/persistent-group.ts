import type { EventStoreEngine } from '../engine/event-store-engine';
import type { Consumer, Membership } from './consumer';
import type { GroupFacts } from './group-facts';
import type { GroupMessage } from './group-message';
import { createProgress } from './group-progress';
import { ALL } from './group-key';
import type { GroupKey } from './group-key';
import { createQueue } from './group-queue';
import { openSource } from './group-source';
import type { GroupSettings } from './group-settings';
import type { OwnStreams } from './own-streams';
import { createParkedMessages } from './parked-messages';
import { createStrategy, isPinned } from './strategy';

/** What a consumer does with messages that it cannot deal with. */
export type Refusal = 'park' | 'retry' | 'skip' | 'stop';

/** A consumer that takes part. */
export interface Participation {
  readonly acknowledge: (ids: readonly string[]) => void;
  readonly refuse: (ids: readonly string[], how: Refusal, reason: string) => void;
  readonly leave: () => void;
}

/** A persistent subscription at work. */
export interface PersistentGroup {
  readonly facts: () => GroupFacts;
  /** `undefined` when as many take part as may. */
  readonly join: (consumer: Consumer) => Participation | undefined;
  readonly replayParked: (stopAt: number | undefined) => Promise<void>;
  /** Drops everybody and stops. */
  readonly close: () => void;
}

const TICK_MILLISECONDS = 100;

export const startGroup = (
  engine: EventStoreEngine,
  own: OwnStreams,
  key: GroupKey,
  settings: GroupSettings,
): PersistentGroup => {
  const progress = createProgress(own, key, settings);
  const parked = createParkedMessages(engine, own, key);
  const choose = createStrategy(settings.strategy);
  const written = progress.written();
  const end = key.source === ALL ? engine.end() : engine.streamLength(key.source);
  const start = settings.startFrom === 'end' ? end : settings.startFrom;
  const source = openSource(engine, key.source, written === undefined ? start : written + 1, settings);
  let members: Membership[] = [];
  let parking: GroupMessage[] = [];
  let total = 0;
  let nextProgressAt = Date.now() + settings.checkpointAfter;

  const unanswered = (member: Membership): readonly GroupMessage[] =>
    [...member.inFlight.values()].map(({ message }) => message);

  const advance = (messages: number): void => {
    progress.advance(queue.settled([...parking, ...members.flatMap(unanswered)]), messages);
  };

  const queue = createQueue(source, settings.readBatchSize, () => {
    advance(1);
  });

  const send = (member: Membership, message: GroupMessage): void => {
    const deadline = settings.messageTimeout > 0 ? Date.now() + settings.messageTimeout : Number.POSITIVE_INFINITY;
    member.inFlight.set(message.id, { message, deadline });
    member.total += 1;
    total += 1;
    member.consumer.send(message);
  };

  const sendToSomebody = (message: GroupMessage): boolean => {
    const member = choose(members, message);
    if (member !== undefined) send(member, message);
    return member !== undefined;
  };

  /** What is pinned to somebody busy waits without holding up others. */
  const dispatch = (): void => {
    if (members.length > 0) queue.offer(sendToSomebody, isPinned(settings.strategy));
  };

  const park = (message: GroupMessage, reason: string): void => {
    parking.push(message);
    const done = (): void => {
      parking = parking.filter((one) => one !== message);
      advance(1);
    };
    parked.park(message, reason).then(done, () => undefined);
  };

  const retry = (message: GroupMessage): void => {
    if (message.retryCount >= settings.maxRetryCount) park(message, 'The message was sent again too often.');
    else queue.putBack([{ ...message, retryCount: message.retryCount + 1 }]);
  };

  const take = (member: Membership, ids: readonly string[]): readonly GroupMessage[] =>
    ids.flatMap((id) => {
      const sent = member.inFlight.get(id);
      member.inFlight.delete(id);
      return sent === undefined ? [] : [sent.message];
    });

  const acknowledge = (member: Membership, ids: readonly string[]): void => {
    const messages = take(member, ids);
    advance(messages.length);
    dispatch();
  };

  const refuse = (member: Membership, ids: readonly string[], how: Refusal, reason: string): void => {
    if (how === 'stop') return;
    if (how === 'skip') {
      acknowledge(member, ids);
      return;
    }
    for (const message of take(member, ids)) {
      if (how === 'park') park(message, reason);
      else retry(message);
    }
    dispatch();
  };

  const leave = (member: Membership): void => {
    if (!members.includes(member)) return;
    members = members.filter((one) => one !== member);
    queue.putBack(unanswered(member));
    dispatch();
  };

  const onTick = (): void => {
    const now = Date.now();
    for (const member of members) {
      const late = [...member.inFlight.values()].filter(({ deadline }) => deadline <= now);
      for (const message of take(
        member,
        late.map(({ message: { id } }) => id),
      ))
        retry(message);
      if (late.length > 0) dispatch();
    }
    if (now < nextProgressAt) return;
    nextProgressAt = now + settings.checkpointAfter;
    progress.onTimer();
  };

  const timer = setInterval(onTick, TICK_MILLISECONDS).unref();
  const stopListening = source.listen(dispatch);

  return {
    facts: () => ({
      key,
      settings,
      isLive: queue.isLive(),
      members,
      total,
      checkpoint: progress.written(),
      lastKnown: source.place() < 0 ? undefined : source.place(),
      buffered: queue.waiting(),
      retrying: queue.retrying(),
      parked: parked.count(),
    }),
    join: (consumer) => {
      if (settings.maxSubscriberCount > 0 && members.length >= settings.maxSubscriberCount) return undefined;
      const member: Membership = { consumer, inFlight: new Map(), total: 0 };
      members = [...members, member];
      setImmediate(dispatch);
      return {
        acknowledge: (ids) => {
          acknowledge(member, ids);
        },
        refuse: (ids, how, reason) => {
          refuse(member, ids, how, reason);
        },
        leave: () => {
          leave(member);
        },
      };
    },
    replayParked: async (stopAt) => {
      queue.putBack(await parked.take(stopAt));
      dispatch();
    },
    close: () => {
      clearInterval(timer);
      stopListening();
      for (const { consumer } of members.splice(0)) consumer.drop();
    },
  };
};
