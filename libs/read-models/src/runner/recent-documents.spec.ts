import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import type { Row } from '../store/model-store';
import { InMemoryLog } from '../testing/in-memory-log';
import { counted, tally } from '../testing/tally';
import { address, deliver } from './delivery';
import { RecentDocuments } from './recent-documents';

const row = (_id: string, sum = 0): Row => ({ _id, tenantId: 't1', _position: 'p1', sum });

/** Deliveries about accounts, one each. */
const about = async (...accounts: readonly string[]) => {
  const log = new InMemoryLog();
  for (const account of accounts) log.append(`account-${account}`, counted(1));
  const deliveries = [];
  for await (const message of log.follow({
    after: null,
    categories: ['account'],
    signal: new AbortController().signal,
  })) {
    if (message.kind === 'caughtUp') break;
    if (message.kind === 'event') deliveries.push(deliver(message));
  }
  return address(tally(), deliveries);
};

/** Documents of a store that tells which of them were read. */
const reading = (rows: readonly Row[], begins?: (event: RecordedEvent) => boolean, capacity?: number) => {
  const read: string[] = [];
  const projection = { ...tally(), ...(begins && { begins }) };
  const recent = new RecentDocuments(
    projection,
    (ids) => {
      read.push(...ids);
      return Promise.resolve(new Map(rows.filter(({ _id }) => ids.includes(_id)).map((found) => [found._id, found])));
    },
    capacity,
  );
  return { recent, read };
};

describe('recent documents', () => {
  it('are read once and then known as they were written', async () => {
    const { recent, read } = reading([row('a'), row('b')]);
    expect([...(await recent.before(await about('a', 'b', 'a'))).values()]).toEqual([row('a'), row('b')]);
    recent.keep({ puts: [row('a', 7)], removals: ['b'] });
    expect([...(await recent.before(await about('a', 'b'))).values()]).toEqual([row('a', 7)]);
    expect(read).toEqual(['a', 'b']);
  });

  it('are read again when a commit failed', async () => {
    const { recent, read } = reading([row('a')]);
    recent.keep({ puts: [row('a', 7)], removals: [] });
    recent.forget();
    expect([...(await recent.before(await about('a'))).values()]).toEqual([row('a')]);
    expect(read).toEqual(['a']);
  });

  it('give way to newer ones', async () => {
    const { recent, read } = reading([], undefined, 2);
    recent.keep({ puts: [row('a'), row('b'), row('a'), row('c')], removals: [] });
    await recent.before(await about('a', 'b', 'c'));
    expect(read).toEqual(['b']);
  });

  it('are not looked for before the event that begins them', async () => {
    const { recent, read } = reading([], ({ revision }) => revision === 0n);
    expect((await recent.before(await about('a', 'b', 'a'))).size).toBe(0);
    expect(read).toEqual([]);
  });
});
