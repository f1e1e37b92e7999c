import { describe, expect, it } from '@jest/globals';
import { type Decider, fold } from './decider';
import { DomainError } from './domain-error';
import type { DomainEvent } from './domain-event';
import { decides, projects } from './testing';
import type { RecordedEvent } from './recorded-event';

type Counted = DomainEvent<'Counted', { readonly by: number }>;

const counted = (by: number): Counted => ({ type: 'Counted', data: { by }, occurredAt: '2026-03-01T09:00:00Z' });

/** Counts up to ten. */
const counter: Decider<{ readonly to: number }, number, Counted> = {
  initialState: 0,
  decide: ({ to }, count) => {
    if (to > 10) throw new DomainError('TOO_FAR', 'Ten is the end.', { from: count });
    return to > count ? [counted(to - count)] : [];
  },
  evolve: (count, { data }) => count + data.by,
};

describe('a decider', () => {
  it('folds a history into a state, from wherever it is taken up', () => {
    const history = [counted(1), counted(2), counted(3)];
    expect(fold(counter.evolve, 0, history)).toBe(6);
    expect(fold(counter.evolve, fold(counter.evolve, 0, history.slice(0, 2)), history.slice(2))).toBe(6);
  });
});

describe('a specification of a decider', () => {
  const { given } = decides(counter);

  it('holds for what is decided, for nothing, and for a refusal with its details', () => {
    given(counted(2)).when({ to: 5 }).then(counted(3));
    given(counted(5)).when({ to: 5 }).thenNothing();
    given(counted(5)).when({ to: 11 }).thenRejected('TOO_FAR', { from: 5 });
  });

  it('fails when anything else comes of it', () => {
    expect(() => given().when({ to: 5 }).then(counted(4))).toThrow();
    expect(() => given().when({ to: 5 }).thenNothing()).toThrow();
    expect(() => given().when({ to: 5 }).thenRejected('TOO_FAR')).toThrow();
    expect(() => given().when({ to: 11 }).thenRejected('OTHER')).toThrow();
    expect(() => given(counted(1)).when({ to: 11 }).thenRejected('TOO_FAR', { from: 0 })).toThrow();
  });

  it('fails when a refusal is no sentence', () => {
    const refuse = (message: string) => () => {
      throw new DomainError('TOO_FAR', message);
    };
    const refused = (message: string) => () =>
      decides({ ...counter, decide: refuse(message) })
        .given()
        .when({ to: 11 })
        .thenRejected('TOO_FAR');
    for (const message of ['', 'Ten is the end', 'ten is the end.', 'It is  before.'])
      expect(refused(message)).toThrow();
    expect(refused('Ten is the end.')).not.toThrow();
  });

  it('fails when what happens is no step', () => {
    const odd = decides(counter, (before, _, after) => (after - before) % 2 === 1);
    odd.given(counted(2)).when({ to: 5 }).then(counted(3));
    expect(() => odd.given(counted(2)).when({ to: 4 }).then(counted(2))).toThrow('no row of the table');
  });
});

describe('a specification of a projection', () => {
  const { given } = projects<Counted, { readonly sum: number }, object>({
    name: 'sum',
    version: 1,
    categories: ['counter'],
    documentId: ({ streamId }) => streamId,
    evolve: (document, { data }) => ({ sum: (document?.sum ?? 0) + data.by }),
    indexes: [],
  });
  const recorded = (streamId: string, by: number) => ({ ...counted(by), streamId }) as RecordedEvent<Counted>;

  it('holds for the document of one stream, and refuses events of two', () => {
    given(recorded('counter-1', 2), recorded('counter-1', 3)).then({ sum: 5 });
    expect(() => given(recorded('counter-1', 2)).then({ sum: 3 })).toThrow();
    expect(() => given(recorded('counter-1', 2), recorded('counter-2', 3))).toThrow('2 documents');
  });
});
