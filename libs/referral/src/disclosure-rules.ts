import { instant, monthsBefore } from '@referral/values';
import type { TransmitPackage } from './commands/transmit-package';
import type { ConsentCopy, Package } from './facets/documents';
import { referralPolicy } from './policies';
import type { RegisteredReferral } from './referral';
import { refusal } from './refuse';
import { requireSecondPerson } from './second-person';
import type { PurposeOfUse } from './values/document-vocabulary';

const treatment: readonly PurposeOfUse[] = ['TREAT', 'ETREAT'];

/** I21. */
const requireReview = ({ purposeOfUse }: TransmitPackage, composed: Package): void => {
  if (!treatment.includes(purposeOfUse) && composed.minimumNecessaryReviewBy === null)
    throw refusal('MINIMUM_NECESSARY_REVIEW_REQUIRED');
};

/** A consent lets a kind of content out to a recipient at a time. A restricted one does so within its scope. */
const covers = (consent: ConsentCopy, category: string, { to, occurredAt }: TransmitPackage): boolean =>
  (consent.status === 'granted' || consent.status === 'restricted') &&
  consent.scope.categories.includes(category) &&
  (consent.scope.recipientIds === undefined || consent.scope.recipientIds.includes(to.id)) &&
  (consent.validThrough === null || occurredAt.slice(0, 10) <= consent.validThrough);

/** Words that call for care with whom a referral is about, not for a consent to what it says. */
const aboutPersons: readonly string[] = ['minor', 'vip'];

/** I22. */
const requireConsent = (command: TransmitPackage, composed: Package, referral: RegisteredReferral): void => {
  if (command.consentException) {
    requireSecondPerson(command, command.consentException, referral);
    return;
  }
  const named = referral.facets.consents.filter(({ consentId }) => command.consentIds.includes(consentId));
  const uncovered = composed.sensitivity.filter(
    (category) => !aboutPersons.includes(category) && !named.some((consent) => covers(consent, category, command)),
  );
  if (uncovered.length > 0)
    throw refusal('CONSENT_REQUIRED', `No named consent covers ${uncovered.join(', ')} for this recipient.`, {
      uncovered,
    });
};

/** I23. */
const requireNotice = (command: TransmitPackage, composed: Package): void => {
  const attached = command.part2NoticeAttached === true && command.consentCopyAttached === true;
  if (composed.sensitivity.includes('part2') && !attached) throw refusal('PART2_NOTICE_MISSING');
};

/** I24. */
const requireVerifiedAddress = ({ addressVerifiedAt, occurredAt }: TransmitPackage): string => {
  const oldest = monthsBefore(occurredAt, referralPolicy.addressVerifiedMonths);
  if (addressVerifiedAt === undefined || instant(addressVerifiedAt) < instant(oldest))
    throw refusal('ADDRESS_UNVERIFIED', 'The address was not verified, or too long ago.', { oldest });
  return addressVerifiedAt;
};

/**
 * I21 to I24: a package may go where it is to go. Gives back when its address was verified.
 * @throws MINIMUM_NECESSARY_REVIEW_REQUIRED, CONSENT_REQUIRED, PART2_NOTICE_MISSING, ADDRESS_UNVERIFIED, SELF_APPROVAL
 */
export const requireDisclosable = (
  command: TransmitPackage,
  composed: Package,
  referral: RegisteredReferral,
): string => {
  requireReview(command, composed);
  requireConsent(command, composed, referral);
  requireNotice(command, composed);
  return requireVerifiedAddress(command);
};
