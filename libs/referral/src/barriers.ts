import type { Barrier } from './coordination-facets';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';

/** The barrier that a command means. @throws BARRIER_NOT_FOUND */
export const requireBarrier = ({ facets }: RegisteredReferral, barrierId: string): Barrier => {
  const barrier = facets.barriers.find((known) => known.barrierId === barrierId);
  if (!barrier) throw refusal('BARRIER_NOT_FOUND', 'No barrier with this id was identified under this referral.');
  return barrier;
};

/** What a command needs that does something about a barrier. @throws BARRIER_NOT_FOUND */
export const requireSomeBarrier = ({ facets }: RegisteredReferral): void => {
  if (facets.barriers.length === 0) throw refusal('BARRIER_NOT_FOUND', 'No barrier was identified.');
};
