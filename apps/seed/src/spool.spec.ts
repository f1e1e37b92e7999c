import { describe, expect, it } from '@jest/globals';
import { Spool } from './spool';

const event = (hash: string) => ({ id: hash, type: 'Happened', data: {}, metadata: { hash } });

describe('A spool', () => {
  it('hands out what waits of a stream together, in the order of the streams, and once', async () => {
    const spool = new Spool();
    await spool.append('a-1', [event('1'), event('2')], 'no_stream');
    await spool.append('b-1', [event('3')], 'no_stream');
    expect(await spool.append('a-1', [event('4')], 1n)).toMatchObject({ revision: 2n });
    expect(spool.take()).toEqual([
      { streamId: 'a-1', revision: 0n, events: [event('1'), event('2'), event('4')] },
      { streamId: 'b-1', revision: 0n, events: [event('3')] },
    ]);
    expect(spool.take()).toEqual([]);
    await spool.append('a-1', [event('5')], 2n);
    expect(spool.take()).toEqual([{ streamId: 'a-1', revision: 3n, events: [event('5')] }]);
    expect(spool.heads.get('a-1')).toEqual({ revision: 3n, hash: '5' });
  });

  it('finds two runners that write to one stream', async () => {
    const spool = new Spool();
    await spool.append('a-1', [event('1')], 'no_stream');
    expect(() => spool.append('a-1', [event('2')], 'no_stream')).toThrow('two histories tell of a-1');
  });
});
