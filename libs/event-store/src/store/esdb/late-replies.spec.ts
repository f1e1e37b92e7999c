import { describe, expect, it } from '@jest/globals';
import { isLateReply } from './late-replies';

const thrownAt = (error: Error, place: string): Error =>
  Object.assign(error, { stack: `${error.message}\n    at ${place}` });

describe('A rejection that nobody handles', () => {
  it('is the late answer to an append when it comes out of the batch append of the client', () => {
    const place =
      'ClientDuplexStreamImpl.<anonymous> (node_modules/@eventstore/db-client/dist/streams/appendToStream/batchAppend.js:24:38)';
    expect(isLateReply(thrownAt(new TypeError('undefined is not iterable'), place))).toBe(true);
  });

  it('is not one when it comes from anywhere else', () => {
    expect(isLateReply(new TypeError('undefined is not iterable'))).toBe(false);
    expect(
      isLateReply(thrownAt(new TypeError('undefined is not iterable'), 'batchAppend (dist/api/main.js:1:1)')),
    ).toBe(false);
    expect(isLateReply('a text')).toBe(false);
  });
});
