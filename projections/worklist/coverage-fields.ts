import {
  type AuthorizationState,
  type AuthorizationStatus,
  type Eligibility,
  needsNoAuthorization,
  type RegisteredReferral,
} from '@referral/referral';
import { localDate } from '@referral/values';
import { endOf } from '../shared/utc';
import type { NextVisit } from './next-visit';

/** The newest authorization. Instants are UTC; `null` where its stream told none. */
export interface KnownAuthorization {
  readonly id: string;
  readonly status: AuthorizationState;
  /** When the payer has to have decided. */
  readonly decisionDueAt: string | null;
  /** When the payer wants the information that it asked for. */
  readonly pendInfoDueAt: string | null;
  /** Until when a refusal can be appealed. */
  readonly appealDeadline: string | null;
}

/** How far eligibility and authorization are. */
export interface CoverageFields {
  readonly eligibility: Eligibility['status'];
  readonly eligibilityValidThrough: string | null;
  /** The payer's answer does not reach as far as the next visit. */
  readonly eligibilityEndsBeforeVisit: boolean;
  readonly authorization: AuthorizationStatus;
  /** A visit may rest on it: it needs none, or one was given for the date of the next visit and units are left. */
  readonly authorizationUsable: boolean;
  /** Calendar date or instant at which the newest authorization ends. */
  readonly authValidThrough: string | null;
  readonly authEndsBeforeVisit: boolean;
  readonly authUnitsLeft: number | null;
}

/** What queues ask about who pays. */
export const coverageFields = (referral: RegisteredReferral, appointment: NextVisit | null): CoverageFields => {
  const { facets } = referral;
  const { eligibility, authorization } = facets;
  const validThrough = 'validThrough' in eligibility ? eligibility.validThrough : null;
  const newest = facets.authorizations.at(-1);
  const authValidThrough = newest?.validity?.end ?? null;
  const authUnitsLeft = newest?.unitsRemaining ?? null;
  const authEndsBeforeVisit = endsBefore(authValidThrough, appointment?.end, appointment);
  return {
    eligibility: eligibility.status,
    eligibilityValidThrough: validThrough,
    eligibilityEndsBeforeVisit: endsBefore(validThrough, appointment?.start, appointment),
    authorization,
    authorizationUsable:
      needsNoAuthorization(referral) || (usable.includes(authorization) && authUnitsLeft !== 0 && !authEndsBeforeVisit),
    authValidThrough,
    authEndsBeforeVisit,
    authUnitsLeft,
  };
};

/** The newest authorization, and until when it waits for somebody. */
export const authorizationOf = ({ facets }: RegisteredReferral): KnownAuthorization | null => {
  const newest = facets.authorizations.at(-1);
  return newest
    ? {
        id: newest.authorizationId,
        status: newest.status,
        decisionDueAt: endOf(newest.decisionDueAt),
        pendInfoDueAt: endOf(newest.infoDueAt),
        appealDeadline: endOf(newest.appealDeadline),
      }
    : null;
};

const usable: readonly AuthorizationStatus[] = ['approved', 'partially_approved', 'modified'];

/** Whether a date or instant lies before a visit; a date counts until its end where the visit takes place. */
const endsBefore = (end: string | null, visitAt: string | undefined, visit: NextVisit | null): boolean => {
  if (end === null || visitAt === undefined || !visit) return false;
  return end.length === 10 ? end < localDate(visitAt, visit.timeZone) : Date.parse(end) < Date.parse(visitAt);
};
