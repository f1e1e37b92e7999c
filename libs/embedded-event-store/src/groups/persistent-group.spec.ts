import { afterEach, describe, expect, it } from '@jest/globals';
import { correlationIdOf } from '../encoding/correlation-id';
import { decodeHeader, decodeMetadata } from '../encoding/recorded-event';
import { append, proposed } from '../testing/events';
import { openScratchEngine, until } from '../testing/open-engine';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { openGroupRegistry } from './group-registry';
import type { GroupRegistry } from './group-registry';
import type { GroupSettings } from './group-settings';
import type { Participation } from './persistent-group';

const key = { source: 'orders', group: 'billing' };

const settings: GroupSettings = {
  startFrom: 0,
  resolveLinks: false,
  extraStatistics: false,
  messageTimeout: 0,
  maxRetryCount: 2,
  checkpointAfter: 1,
  minCheckpointCount: 1,
  maxCheckpointCount: 1,
  maxSubscriberCount: 0,
  liveBufferSize: 500,
  readBatchSize: 20,
  historyBufferSize: 500,
  strategy: 'RoundRobin',
};

const onTestEnd: (() => void)[] = [];

afterEach(() => {
  for (const end of onTestEnd.splice(0)) end();
});

interface Member {
  readonly seen: string[];
  readonly ids: string[];
  readonly part: Participation;
  readonly isDropped: () => boolean;
}

const join = (registry: GroupRegistry, slots = 10): Member => {
  const [seen, ids]: [string[], string[]] = [[], []];
  let isDropped = false;
  const part = registry.find(key)?.join({
    slots,
    from: 'here',
    send: ({ event, id, retryCount }) => {
      seen.push(`${event === undefined ? 'none' : decodeHeader(event).revision} retry ${retryCount}`);
      ids.push(id);
    },
    drop: () => {
      isDropped = true;
    },
  });
  if (part === undefined) throw new Error('The group takes no more.');
  return { seen, ids, part, isDropped: () => isDropped };
};

const withGroup = async (count: number, changes: Partial<GroupSettings> = {}) => {
  const engine = await openScratchEngine();
  await append(
    engine,
    'orders',
    Array.from({ length: count }, (_, n) => proposed(`Order${n}`)),
  );
  const registry = openGroupRegistry(engine);
  await registry.create(key, { ...settings, ...changes });
  return { engine, registry };
};

const checkpoint = (registry: GroupRegistry) => registry.find(key)?.facts().checkpoint;
const parked = (registry: GroupRegistry) => registry.find(key)?.facts().parked;

/** The same store as after a restart of the node. */
const restarted = (engine: EventStoreEngine, registry: GroupRegistry): GroupRegistry => {
  registry.close();
  return openGroupRegistry(engine);
};

describe('a consumer of a group', () => {
  it('gets no more at a time than it can deal with', async () => {
    const { registry } = await withGroup(5);
    const member = join(registry, 2);
    await until(() => member.seen.length === 2);
    member.part.acknowledge(member.ids.slice(0, 1));
    expect(member.seen).toEqual(['0 retry 0', '1 retry 0', '2 retry 0']);
    registry.close();
  });

  it('gets a refused message again until that was too often, and then it is parked', async () => {
    const { registry } = await withGroup(1);
    const member = join(registry);
    for (let times = 1; times <= 3; times++) {
      await until(() => member.seen.length === times);
      member.part.refuse(member.ids.slice(-1), 'retry', 'not now');
    }
    await until(() => parked(registry) === 1);
    expect(member.seen).toEqual(['0 retry 0', '0 retry 1', '0 retry 2']);
    registry.close();
  });

  it('gets a message again that it did not answer in time', async () => {
    const { registry } = await withGroup(1, { messageTimeout: 1 });
    const member = join(registry);
    await until(() => member.seen.length === 2);
    expect(member.seen).toEqual(['0 retry 0', '0 retry 1']);
    registry.close();
  });

  it('leaves what it did not answer to the others, in order', async () => {
    const { registry } = await withGroup(3);
    const first = join(registry);
    await until(() => first.seen.length === 3);
    first.part.acknowledge(first.ids.slice(1, 2));
    first.part.leave();
    const second = join(registry);
    await until(() => second.seen.length === 2);
    expect(second.seen).toEqual(['0 retry 0', '2 retry 0']);
    registry.close();
  });

  it('gets parked messages when they are replayed', async () => {
    const { registry } = await withGroup(2);
    const member = join(registry);
    await until(() => member.seen.length === 2);
    member.part.refuse(member.ids, 'park', 'cannot');
    await until(() => parked(registry) === 2);
    await registry.find(key)?.replayParked(undefined);
    await until(() => member.seen.length === 4);
    expect(member.seen.slice(2)).toEqual(['0 retry 0', '1 retry 0']);
    expect(parked(registry)).toBe(0);
    registry.close();
  });

  it('is dropped when the group is changed or deleted', async () => {
    const { registry } = await withGroup(1);
    const first = join(registry);
    await registry.update(key, settings);
    expect(first.isDropped()).toBe(true);
    const second = join(registry);
    await registry.remove(key);
    expect(second.isDropped()).toBe(true);
    expect(registry.find(key)).toBeUndefined();
    registry.close();
  });

  it('gets all events of a stream that is pinned to it', async () => {
    const { holders, order, total } = await pinnedPair('Pinned');
    for (let n = 0; n < 20; n++) await order(`order-${n % 5}`);
    await until(() => total() === 20);
    expect(holders(({ stream }) => stream).map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
    expect(new Set(holders(({ stream }) => stream).flatMap((members) => [...members]))).toEqual(new Set([1, 2]));
  });

  it('gets all events of a correlation that is pinned to it, whatever stream they are in', async () => {
    const { holders, order, total } = await pinnedPair('PinnedByCorrelation');
    for (let n = 0; n < 40; n++) await order(`order-${n % 8}`, `case-${n % 5}`);
    await until(() => total() === 40);
    expect(holders(({ correlation }) => correlation).map(({ size }) => size)).toEqual([1, 1, 1, 1, 1]);
    expect(holders(({ stream }) => stream).some(({ size }) => size === 2)).toBe(true);
  });
});

interface Sent {
  readonly member: number;
  readonly stream: string;
  readonly correlation: string | undefined;
}

/** A group for all orders with two members, and who was sent what. */
const pinnedPair = async (strategy: GroupSettings['strategy']) => {
  const engine = await openScratchEngine();
  const registry = openGroupRegistry(engine);
  const everything = { source: '$all', group: 'pinned' };
  const filter = { on: 'stream-name', regex: undefined, prefixes: ['order-'] } as const;
  await registry.create(everything, { ...settings, strategy, filter });
  const sent: Sent[] = [];
  const send = (member: number, event: Buffer): void => {
    const correlation = correlationIdOf(decodeMetadata(event));
    sent.push({ member, stream: decodeHeader(event).stream, correlation });
  };
  for (const member of [1, 2])
    registry.find(everything)?.join({
      slots: 100,
      from: 'here',
      send: ({ event }) => {
        if (event !== undefined) send(member, event);
      },
      drop: () => undefined,
    });
  onTestEnd.push(registry.close);
  return {
    total: () => sent.length,
    order: (stream: string, $correlationId?: string) => {
      const metadata = Buffer.from(JSON.stringify({ $correlationId }));
      return append(engine, stream, [{ ...proposed('Ordered'), metadata }]);
    },
    /** Who was sent the messages of each stream, or of each correlation. */
    holders: (by: (one: Sent) => string | undefined): readonly ReadonlySet<number>[] => {
      const names = [...new Set(sent.map(by))];
      return names.map((name) => new Set(sent.filter((one) => by(one) === name).map(({ member }) => member)));
    },
  };
};

describe('the progress of a group', () => {
  it('goes as far as everything before was answered', async () => {
    const { registry } = await withGroup(4);
    const member = join(registry);
    await until(() => member.seen.length === 4);
    member.part.acknowledge(member.ids.slice(1, 3));
    expect(checkpoint(registry)).toBeUndefined();
    member.part.acknowledge(member.ids.slice(0, 1));
    await until(() => checkpoint(registry) === 2);
    registry.close();
  });

  it('is where a restarted group goes on', async () => {
    const { engine, registry } = await withGroup(3);
    const first = join(registry);
    await until(() => first.seen.length === 3);
    first.part.acknowledge(first.ids.slice(0, 2));
    await until(() => checkpoint(registry) === 1);
    const again = restarted(engine, registry);
    const second = join(again);
    await until(() => second.seen.length === 1);
    expect(second.seen).toEqual(['2 retry 0']);
    again.close();
  });

  it('is forgotten with the group', async () => {
    const { registry } = await withGroup(1);
    const first = join(registry);
    await until(() => first.seen.length === 1);
    first.part.acknowledge(first.ids);
    await until(() => checkpoint(registry) === 0);
    await registry.remove(key);
    await registry.create(key, settings);
    const second = join(registry);
    await until(() => second.seen.length === 1);
    expect(second.seen).toEqual(['0 retry 0']);
    registry.close();
  });
});
