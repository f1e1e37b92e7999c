import type { DomainEvent, Projection } from '@referral/eventsourcing';

/** Adds a number to its account, or does something that no projection survives. */
export type TallyEvent = DomainEvent<'Counted', { readonly by: number }> | DomainEvent<'Spoiled'>;

/** The sum of an account and the order in which it came about. */
export interface Tally {
  readonly sum: number;
  readonly seen: readonly number[];
}

/** What a specification may change about the tally. */
export interface TallyOptions {
  readonly version?: number;
  readonly factor?: number;
  readonly spoiled?: () => boolean;
}

/** A projection small enough to see what a runner does with it. */
export const tally = ({ version = 1, factor = 1, spoiled = () => true }: TallyOptions = {}): Projection<
  TallyEvent,
  Tally,
  { readonly sum: number }
> => ({
  name: 'tally',
  version,
  categories: ['account'],
  documentId: ({ streamId }) => streamId.slice('account-'.length),
  evolve: (document, event) => {
    if (event.type === 'Spoiled') {
      if (spoiled()) throw new Error('spoiled');
      return document;
    }
    const { sum, seen } = document ?? { sum: 0, seen: [] };
    return { ...document, sum: sum + event.data.by * factor, seen: [...seen, event.data.by] };
  },
  entry: ({ sum }) => ({ sum }),
  indexes: [{ sum: 1 }],
});

/** A fact for the tally. */
export const counted = (by: number): TallyEvent => ({
  type: 'Counted',
  data: { by },
  occurredAt: '2026-03-02T09:00:00.000Z',
});

/** A fact that fails. */
export const spoiled: TallyEvent = { type: 'Spoiled', data: {}, occurredAt: '2026-03-02T09:00:00.000Z' };
