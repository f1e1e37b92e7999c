import { describe, it } from '@jest/globals';
import {
  but,
  by,
  changed,
  cityClinic,
  documentFacts,
  everyone,
  given,
  histories,
  received,
  reviewer,
  transmit,
  without,
} from '../testing';

const { asked, attached, composed, consented, packed, scanned, transmissionRequested } = documentFacts;
const sensitive = [attached, scanned, but(composed, { sensitivity: ['hiv'] })];

describe('transmitting a package', () => {
  it('asks for it to be sent', () => {
    given(received, ...packed)
      .when(transmit)
      .then(transmissionRequested);
  });

  it('asks once', () => {
    given(received, ...asked)
      .when(transmit)
      .thenNothing();
    given(received, ...asked)
      .when(changed(transmit, { to: cityClinic }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('sends a package that was composed', () => {
    given(received, attached, scanned).when(transmit).thenRejected('PACKAGE_NOT_FOUND');
  });

  it('sends nothing in which a threat was found since', () => {
    given(received, ...packed, but(scanned, { result: 'threat_found' }))
      .when(transmit)
      .thenRejected('DOCUMENT_NOT_CLEAN');
  });

  it('needs a review of what is necessary unless it is for treatment', () => {
    for (const purposeOfUse of ['HPAYMT', 'HOPERAT', 'PATRQT'] as const)
      given(received, ...packed)
        .when(changed(transmit, { purposeOfUse }))
        .thenRejected('MINIMUM_NECESSARY_REVIEW_REQUIRED');
    given(received, attached, scanned, but(composed, { minimumNecessaryReviewBy: 'coordinator-1' }))
      .when(changed(transmit, { purposeOfUse: 'HPAYMT' }))
      .then(but(transmissionRequested, { purposeOfUse: 'HPAYMT' }));
    given(received, ...packed)
      .when(changed(transmit, { purposeOfUse: 'ETREAT' }))
      .then(but(transmissionRequested, { purposeOfUse: 'ETREAT' }));
  });

  it('needs a consent that covers what is sensitive, for the recipient and the day', () => {
    const withConsent = changed(transmit, { consentIds: ['consent-1'] });
    const out = but(transmissionRequested, { consentIds: ['consent-1'] });
    given(received, ...sensitive, consented)
      .when(withConsent)
      .then(out);
    given(received, ...sensitive, but(consented, { status: 'restricted' }))
      .when(withConsent)
      .then(out);
    given(received, ...sensitive, consented)
      .when(transmit)
      .thenRejected('CONSENT_REQUIRED', { uncovered: ['hiv'] });
    given(received, ...sensitive)
      .when(withConsent)
      .thenRejected('CONSENT_REQUIRED');
    for (const less of [
      { status: 'revoked' },
      { validThrough: '2026-03-01' },
      { scope: { categories: ['part2'] } },
      { scope: { categories: ['hiv'], recipientIds: ['clinic-3'] } },
    ] as const)
      given(received, ...sensitive, but(consented, less))
        .when(withConsent)
        .thenRejected('CONSENT_REQUIRED');
  });

  it('goes without a consent on an exception that a second person approves', () => {
    const consentException = { approvedBy: 'privacy-1', reason: { code: 'emergency' } };
    given(received, ...sensitive)
      .when(changed(transmit, { consentException }))
      .then(but(transmissionRequested, { consentException }));
    given(received, ...sensitive)
      .when(changed(transmit, { consentException: { ...consentException, approvedBy: everyone.userId } }))
      .thenRejected('SELF_APPROVAL');
  });

  it('asks no consent for what calls for care with the person only', () => {
    const vip = but(composed, { sensitivity: ['vip', 'minor'] });
    given(received, attached, scanned, vip).when(transmit).then(transmissionRequested);
  });

  it('attaches notice and consent to Part 2 content', () => {
    const part2 = [attached, scanned, but(composed, { sensitivity: ['part2'] }), consented];
    const withConsent = changed(transmit, { consentIds: ['consent-1'] });
    const complete = { part2NoticeAttached: true, consentCopyAttached: true };
    given(received, ...part2)
      .when(withConsent)
      .thenRejected('PART2_NOTICE_MISSING');
    given(received, ...part2)
      .when(changed(withConsent, { part2NoticeAttached: true }))
      .thenRejected('PART2_NOTICE_MISSING');
    given(received, ...part2)
      .when(changed(withConsent, complete))
      .then(but(transmissionRequested, { consentIds: ['consent-1'], ...complete }));
  });

  it('goes to an address that was verified within 12 months', () => {
    const verified = (addressVerifiedAt: string) => changed(transmit, { addressVerifiedAt });
    given(received, ...packed)
      .when(without(transmit, 'addressVerifiedAt'))
      .thenRejected('ADDRESS_UNVERIFIED');
    given(received, ...packed)
      .when(verified('2025-03-02T17:09:59Z'))
      .thenRejected('ADDRESS_UNVERIFIED');
    given(received, ...packed)
      .when(verified('2025-03-02T17:10:00Z'))
      .then(but(transmissionRequested, { addressVerifiedAt: '2025-03-02T17:10:00Z' }));
  });

  it('is refused once the referral is finished, and to those who review', () => {
    given(...histories.closed, ...packed)
      .when(transmit)
      .thenRejected('REFERRAL_TERMINAL');
    given(received, ...packed)
      .when(by(transmit, reviewer))
      .thenRejected('ROLE_NOT_PERMITTED');
  });
});
