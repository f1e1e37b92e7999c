import type { EligibilityVerified } from '../events/coverage';
import type { AuthorizationStatus, Eligibility } from '../facets';
import type { RegisteredReferral } from '../referral';
import { withFacets } from './move';

type Answer = EligibilityVerified['data'];

const status = ({ outcome, serviceCovered }: Answer): Exclude<Eligibility['status'], 'unknown' | 'pending'> => {
  if (outcome === 'unable') return 'unable_to_verify';
  if (outcome === 'inactive') return 'inactive';
  return serviceCovered === false ? 'service_not_covered' : 'active';
};

/** A payer says whether it wants an authorization; that counts only while nobody has assessed the need. */
const authorization = (known: AuthorizationStatus, { authRequired }: Answer): AuthorizationStatus => {
  if (known !== 'not_assessed' || authRequired === 'unknown') return known;
  return authRequired === 'yes' ? 'required' : 'not_required';
};

/** A payer's answer as one text: equal texts are the same answer. */
export const answerText = (answer: Answer): string =>
  JSON.stringify([
    answer.coverageId,
    answer.outcome,
    answer.serviceCovered,
    answer.network,
    answer.authRequired,
    answer.copay?.amount,
    answer.copay?.currency,
    answer.coinsurancePct,
    answer.deductibleRemaining?.amount,
    answer.deductibleRemaining?.currency,
    answer.visitLimitRemaining,
    answer.asOfDate,
    answer.validThrough,
    answer.sourceRef,
    answer.rawDocumentId,
  ]);

/** What the payer covers. */
export const evolveCoverage = (referral: RegisteredReferral, event: EligibilityVerified): RegisteredReferral => {
  const { coverageId, asOfDate, validThrough, network } = event.data;
  return withFacets(referral, {
    eligibility: {
      status: status(event.data),
      coverageId,
      asOfDate,
      validThrough,
      network,
      verifiedAt: event.occurredAt,
      answer: answerText(event.data),
    },
    authorization: authorization(referral.facets.authorization, event.data),
  });
};
