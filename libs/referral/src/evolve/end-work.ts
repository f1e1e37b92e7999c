import type { RegisteredReferral } from '../referral';
import { releaseAppointments } from './appointments';
import { withFacets } from './move';

/** With its referral end the booked visits, the holds, the waiting and the standing in. */
export const endWork = (referral: RegisteredReferral, at: string): RegisteredReferral =>
  withFacets(releaseAppointments(referral), {
    holds: referral.facets.holds.map((hold) => ({ ...hold, endedAt: hold.endedAt ?? at })),
    deferral: null,
    waitlist: null,
    cover: null,
  });
