import { describe, expect, it } from '@jest/globals';
import type { EntryEvent } from '@referral/directory';
import { projects } from '@referral/eventsourcing/testing';
import { never } from '../shared/utc';
import { directoryFacts as facts } from '../testing/facts/beside-referrals';
import { streamOf } from '../testing/stream';
import { directory } from './directory';

const entryOf = (...events: readonly EntryEvent[]) =>
  projects(directory).given(...streamOf('directory-d1', events)).document;

describe('a directory entry, for those who keep the directory right', () => {
  it('is to be verified from the day on which it was added', () => {
    expect(entryOf(facts.added())).toMatchObject({
      entryId: 'd1',
      name: 'Cardiology North',
      status: 'active',
      verifiedAt: null,
      nextVerificationAt: '2026-03-02T15:00:00.000Z',
    });
  });

  it('is to be verified again when the last verification says so, and never once it is retired', () => {
    const verified = [facts.added(), facts.verified()];
    expect(entryOf(...verified)?.nextVerificationAt).toBe('2026-06-01T00:00:00.000Z');
    expect(entryOf(...verified, facts.retired())?.nextVerificationAt).toBe(never);
  });
});
