import { describe, expect, it } from '@jest/globals';
import { decideAppend } from './append-decision';
import type { StreamView } from './append-decision';

/** A stream that holds events of these ids; `elsewhere` are ids that were written first in another stream. */
const stream = (
  ids: readonly string[],
  changes: Partial<StreamView> = {},
  elsewhere: readonly string[] = [],
): StreamView => ({
  lastRevision: ids.length - 1,
  tombstoned: false,
  metadata: {},
  hasMetadata: false,
  revisionOf: (id) => (ids.includes(id) && !elsewhere.includes(id) ? ids.indexOf(id) : undefined),
  idAt: (revision) => ids[revision],
  ...changes,
});

const deleted = { metadata: { truncateBefore: 2 ** 63 }, hasMetadata: true };
const write = { kind: 'write' };
const wrongVersion = { kind: 'wrong-version' };
const repeat = (revision: number) => ({ kind: 'repeat', revision });

describe('an append that expects an exact revision', () => {
  it('is written behind that revision', () => {
    expect(decideAppend(stream(['a', 'b']), 1, ['c'])).toEqual(write);
  });

  it('is refused above or below the last revision', () => {
    expect(decideAppend(stream(['a', 'b']), 0, ['c'])).toEqual(wrongVersion);
    expect(decideAppend(stream(['a', 'b']), 7, ['c'])).toEqual(wrongVersion);
    expect(decideAppend(stream([]), 0, ['c'])).toEqual(wrongVersion);
  });

  it('is known again where the same events follow that revision', () => {
    expect(decideAppend(stream(['a', 'b', 'c']), 0, ['b'])).toEqual(repeat(1));
    expect(decideAppend(stream(['a', 'b', 'c']), 'no_stream', ['a', 'b'])).toEqual(repeat(1));
  });

  it('is refused where only some of the same events follow', () => {
    expect(decideAppend(stream(['a', 'b', 'c']), 0, ['b', 'x'])).toEqual(wrongVersion);
    expect(decideAppend(stream(['a', 'b', 'c']), 1, ['c', 'd'])).toEqual(wrongVersion);
  });

  it('writes known ids again at the last revision', () => {
    expect(decideAppend(stream(['a', 'b']), 1, ['a'])).toEqual(write);
  });
});

describe('an append that expects any revision', () => {
  it('is written when its first event is new, even if a later one is known', () => {
    expect(decideAppend(stream(['a', 'b']), 'any', ['c', 'b'])).toEqual(write);
  });

  it('is known again when all its events are, in any order', () => {
    expect(decideAppend(stream(['a', 'b']), 'any', ['a', 'b'])).toEqual(repeat(1));
    expect(decideAppend(stream(['a', 'b']), 'stream_exists', ['b', 'a'])).toEqual(repeat(0));
  });

  it('is refused when its first event is known and another is not', () => {
    expect(decideAppend(stream(['a', 'b']), 'any', ['a', 'x'])).toEqual(wrongVersion);
  });

  it('writes again what was written first in another stream', () => {
    expect(decideAppend(stream(['a', 'b'], {}, ['a']), 'any', ['a'])).toEqual(write);
  });
});

describe('an append to a stream that must exist', () => {
  it('is refused when there is neither an event nor metadata', () => {
    expect(decideAppend(stream([]), 'stream_exists', ['a'])).toEqual(wrongVersion);
    expect(decideAppend(stream([], { hasMetadata: true }), 'stream_exists', ['a'])).toEqual(write);
  });

  it('is refused as deleted after a deletion', () => {
    expect(decideAppend(stream(['a'], deleted), 'stream_exists', ['b'])).toEqual({ kind: 'deleted' });
  });
});

describe('an append to a deleted stream', () => {
  it('begins it again when no stream is expected', () => {
    expect(decideAppend(stream(['a', 'b'], deleted), 'no_stream', ['c'])).toEqual(write);
  });

  it('is known again when the same events began it', () => {
    expect(decideAppend(stream(['a', 'b'], deleted), 'no_stream', ['a', 'b'])).toEqual(repeat(1));
  });
});

describe('an append to a tombstoned stream', () => {
  it('is refused whatever is expected', () => {
    for (const expected of ['any', 'no_stream', 'stream_exists', 0] as const)
      expect(decideAppend(stream(['a'], { tombstoned: true }), expected, ['b'])).toEqual({ kind: 'deleted' });
  });
});

describe('an append of nothing', () => {
  it('is made when the stream is as expected', () => {
    for (const expected of ['any', 'stream_exists', 1] as const)
      expect(decideAppend(stream(['a', 'b']), expected, [])).toEqual(write);
    expect(decideAppend(stream([]), 'no_stream', [])).toEqual(write);
  });

  it('is refused above or below the last revision, of a deleted stream as well', () => {
    for (const changes of [{}, deleted])
      for (const expected of ['no_stream', 0, 5] as const)
        expect(decideAppend(stream(['a', 'b'], changes), expected, [])).toEqual(wrongVersion);
  });
});
