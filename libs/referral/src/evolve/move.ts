import type { Facets } from '../facets';
import type { RegisteredReferral, Standing } from '../referral';

/** The same referral with some facets changed. */
export const withFacets = (referral: RegisteredReferral, changed: Partial<Facets>): RegisteredReferral => ({
  ...referral,
  facets: { ...referral.facets, ...changed },
});

/** The same referral in another stage, without what only its former stage knew. */
export const moveTo = (referral: RegisteredReferral, standing: Standing, since: string): RegisteredReferral => ({
  ...standing,
  stageSince: since,
  cycle: referral.cycle,
  registration: referral.registration,
  facets: referral.facets,
});
