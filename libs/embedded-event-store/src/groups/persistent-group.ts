import type { EventStoreEngine } from '../engine/event-store-engine';
import type { Consumer, Membership } from './consumer';
import type { GroupMessage } from './group-message';
import { createProgress } from './group-progress';
import { ALL } from './group-key';
import type { GroupKey } from './group-key';
import { openSource } from './group-source';
import type { GroupSettings } from './group-settings';
import type { OwnStreams } from './own-streams';
import { createParkedMessages } from './parked-messages';
import { createStrategy } from './strategy';

/** What a consumer does with messages that it cannot deal with. */
export type Refusal = 'park' | 'retry' | 'skip' | 'stop';

/** What is told of a group when somebody asks. */
export interface GroupFacts {
  readonly key: GroupKey;
  readonly settings: GroupSettings;
  readonly isLive: boolean;
  readonly members: readonly Membership[];
  readonly total: number;
  readonly checkpoint: number | undefined;
  /** Revision or position of the last event that was read for it; `undefined` before any. */
  readonly lastKnown: number | undefined;
  readonly buffered: number;
  readonly retrying: number;
  readonly parked: number;
}

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

const bySource = (one: GroupMessage, other: GroupMessage): number => (one.place ?? -1) - (other.place ?? -1);

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
  let waiting: GroupMessage[] = [];
  let retries: GroupMessage[] = [];
  let parking: GroupMessage[] = [];
  let total = 0;
  let isLive = false;
  let nextProgressAt = Date.now() + settings.checkpointAfter;

  /** How far the group is: everything up to there is dealt with. */
  const settled = (): number => {
    const unsettled = [
      ...retries,
      ...parking,
      ...members.flatMap(({ inFlight }) => [...inFlight.values()].map(({ message }) => message)),
    ];
    const first = unsettled.filter(({ place }) => place !== undefined).sort(bySource)[0];
    return first?.before ?? waiting[0]?.before ?? source.place();
  };

  const fill = (): void => {
    while (waiting.length < Math.max(1, settings.readBatchSize)) {
      const messages = source.next();
      isLive = messages === undefined;
      if (messages === undefined) return;
      waiting.push(...messages);
      if (messages.length === 0) progress.advance(settled(), 1);
    }
  };

  const send = (member: Membership, message: GroupMessage): void => {
    const deadline = settings.messageTimeout > 0 ? Date.now() + settings.messageTimeout : Number.POSITIVE_INFINITY;
    member.inFlight.set(message.id, { message, deadline });
    member.total += 1;
    total += 1;
    member.consumer.send(message);
  };

  /** Sends what can be sent; what is pinned to somebody busy waits without holding up others. */
  const sendFrom = (messages: readonly GroupMessage[]): GroupMessage[] => {
    const left: GroupMessage[] = [];
    for (const [n, message] of messages.entries()) {
      const member = choose(members, message);
      if (member !== undefined) send(member, message);
      else if (settings.strategy === 'Pinned') left.push(message);
      else return [...left, ...messages.slice(n)];
    }
    return left;
  };

  const dispatch = (): void => {
    if (members.length === 0) return;
    retries = sendFrom(retries);
    for (let before = -1; waiting.length !== before && (retries.length === 0 || settings.strategy === 'Pinned');) {
      fill();
      before = waiting.length;
      waiting = sendFrom(waiting);
    }
  };

  const park = (message: GroupMessage, reason: string): void => {
    parking.push(message);
    const done = (): void => {
      parking = parking.filter((one) => one !== message);
      progress.advance(settled(), 1);
    };
    parked.park(message, reason).then(done, () => undefined);
  };

  const retry = (message: GroupMessage): void => {
    if (message.retryCount >= settings.maxRetryCount) park(message, 'The message was sent again too often.');
    else retries = [...retries, { ...message, retryCount: message.retryCount + 1 }].sort(bySource);
  };

  const take = (member: Membership, ids: readonly string[]): readonly GroupMessage[] =>
    ids.flatMap((id) => {
      const sent = member.inFlight.get(id);
      member.inFlight.delete(id);
      return sent === undefined ? [] : [sent.message];
    });

  const acknowledge = (member: Membership, ids: readonly string[]): void => {
    const messages = take(member, ids);
    progress.advance(settled(), messages.length);
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
    const unanswered = [...member.inFlight.values()].map(({ message }) => message);
    retries = [...retries, ...unanswered].sort(bySource);
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
      isLive,
      members,
      total,
      checkpoint: progress.written(),
      lastKnown: source.place() < 0 ? undefined : source.place(),
      buffered: waiting.length,
      retrying: retries.length,
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
      const replayed = await parked.take(stopAt);
      retries = [...retries, ...replayed];
      dispatch();
    },
    close: () => {
      clearInterval(timer);
      stopListening();
      for (const { consumer } of members.splice(0)) consumer.drop();
    },
  };
};
