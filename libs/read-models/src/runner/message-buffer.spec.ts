import { describe, expect, it } from '@jest/globals';
import type { LogMessage } from '@referral/eventsourcing';
import { MessageBuffer } from './message-buffer';

const progress = (at: bigint): LogMessage => ({ kind: 'progress', position: { commit: at, prepare: at } });
const forEver = 60_000;

describe('a buffer between the reader of the log and its writers', () => {
  it('gives as many as fit a batch, and then the rest', async () => {
    const buffer = new MessageBuffer(10);
    for (const at of [1n, 2n, 3n]) void buffer.push(progress(at));
    expect(await buffer.take(2, forEver, forEver)).toEqual([progress(1n), progress(2n)]);
    expect(await buffer.take(2, 0, forEver)).toEqual([progress(3n)]);
  });

  it('waits for no others once the log is caught up with', async () => {
    const buffer = new MessageBuffer(10);
    const taken = buffer.take(5, forEver, forEver);
    void buffer.push(progress(1n));
    void buffer.push({ kind: 'caughtUp' });
    expect(await taken).toEqual([progress(1n), { kind: 'caughtUp' }]);
  });

  it('lets the reader go on when there is room again', async () => {
    const buffer = new MessageBuffer(2);
    expect(buffer.push(progress(1n))).toBeUndefined();
    const full = buffer.push(progress(2n));
    await buffer.take(2, 0, forEver);
    await expect(full).resolves.toBeUndefined();
  });

  it('tells why it ended when all before is taken', async () => {
    const buffer = new MessageBuffer(10);
    void buffer.push(progress(1n));
    buffer.end(new Error('gone'));
    expect(await buffer.take(5, forEver, forEver)).toHaveLength(1);
    await expect(buffer.take(5, forEver, forEver)).rejects.toThrow('gone');
  });
});
