import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { commandIdOf, etag, expectedRevisionOf } from './preconditions';

const asking = (headers: Readonly<Record<string, string>>) => ({ headers }) as unknown as FastifyRequest;

describe('the preconditions of a command', () => {
  it('name the revision that the caller saw, as the ETag of an answer did', () => {
    expect(expectedRevisionOf(asking({ 'if-match': etag(41n) }))).toBe(41n);
    expect(expectedRevisionOf(asking({ 'if-match': '*' }))).toBeUndefined();
    expect(expectedRevisionOf(asking({}))).toBeUndefined();
  });

  it.each(['41', 'W/"41"', '"x"', '"1", "2"', ''])('refuse an If-Match that is no ETag of ours: %s', (value) => {
    expect(() => expectedRevisionOf(asking({ 'if-match': value }))).toThrow('If-Match');
  });

  it('take any printable key, and make one when there is none', () => {
    expect(commandIdOf(asking({ 'idempotency-key': 'order 7/A' }))).toBe('order 7/A');
    expect(commandIdOf(asking({}))).not.toBe(commandIdOf(asking({})));
    for (const key of ['', 'x'.repeat(129), 'tab\there', 'ümlaut'])
      expect(() => commandIdOf(asking({ 'idempotency-key': key }))).toThrow('Idempotency-Key');
  });
});
