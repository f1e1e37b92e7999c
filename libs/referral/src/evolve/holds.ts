import type { HoldPlaced, HoldReleased, ReferralExpired, ReferralValidityExtended } from '../events/holds';
import type { RegisteredReferral } from '../referral';
import { endWork } from './end-work';
import { moveTo, withFacets } from './move';

type HoldEvent = HoldPlaced | HoldReleased | ReferralValidityExtended | ReferralExpired;

/** Rests, and how long the referral holds. */
export const evolveHolds = (referral: RegisteredReferral, event: HoldEvent): RegisteredReferral => {
  const { facets } = referral;
  switch (event.type) {
    case 'HoldPlaced': {
      const { holdId, reason, pausesClocks, expectedUntil = null } = event.data;
      const hold = { holdId, reason, pausesClocks, since: event.occurredAt, expectedUntil, endedAt: null };
      return withFacets(referral, { holds: [...facets.holds, hold] });
    }
    case 'HoldReleased':
      return withFacets(referral, {
        holds: facets.holds.map((hold) =>
          hold.holdId === event.data.holdId ? { ...hold, endedAt: event.occurredAt } : hold,
        ),
      });
    case 'ReferralValidityExtended':
      return { ...referral, registration: { ...referral.registration, validity: event.data.new } };
    case 'ReferralExpired':
      return moveTo(endWork(referral, event.occurredAt), { stage: 'expired' }, event.occurredAt);
  }
};
