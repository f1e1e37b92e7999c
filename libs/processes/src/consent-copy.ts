import { type Consent, part2Kinds } from '@referral/patient';
import { ReflectConsentStatus, referralAggregate } from '@referral/referral';
import { isId } from '@referral/values';
import { send } from './errand';
import type { Decision } from './process';

const statuses = { active: 'granted', revoked: 'revoked', expired: 'expired' } as const;

/** What a referral keeps of a consent: ids, codes and a date. */
export type ConsentCopy = Pick<ReflectConsentStatus, 'consentId' | 'status' | 'scope' | 'validThrough'>;

/**
 * What a consent lets out. Only of those under 42 CFR Part 2 is that known: what another one covers stands in its words, which are
 * patient data, so that it lets nothing out by itself. Recipients are those that are named by id; a class of them in words names nobody.
 */
const scopeOf = ({ kind, recipients }: Consent) => ({
  categories: part2Kinds.includes(kind) ? ['part2'] : [],
  ...(kind !== 'part2_tpo' && { recipientIds: recipients.filter(isId) }),
});

/** How a consent stands, as a referral is told of it. */
export const consentCopyOf = (consent: Consent): ConsentCopy => ({
  consentId: consent.consentId,
  status: statuses[consent.stage],
  scope: scopeOf(consent),
  ...(consent.expiresAt !== null && { validThrough: consent.expiresAt.slice(0, 10) }),
});

/** Tells a referral how a consent stands. */
export const tellConsent = (referralId: string, copy: ConsentCopy): Decision =>
  send(referralAggregate, referralId, ReflectConsentStatus, copy);
