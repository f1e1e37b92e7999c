import { commonInvariants, factsOf, invariant, refusals, transitionTable } from '@referral/eventsourcing';
import type { ConsentStage } from './consent';
import type { ConsentEvent } from './events';

/** Every code that a command about a consent can be refused with, beside those that all aggregates share. */
export const consentInvariants = {
  CONSENT_NOT_FOUND: invariant(null, 404, 'The consent exists.'),
  PART2_NOTICE_MISSING: invariant(
    'I23',
    422,
    'A consent to share Part 2 records carries its statements about redisclosure and refusal.',
  ),
} as const;

export const refusal = refusals({ ...commonInvariants, ...consentInvariants });

export const happened = factsOf<ConsentEvent>();

const commands = ['RecordConsent', 'RevokeConsent', 'ExpireConsent', 'OverrideConsentForEmergency'] as const;

/** The legal steps of a consent. What was taken back is given anew, as another consent. */
export const transitions = transitionTable<ConsentStage, (typeof commands)[number]>(commands, [
  { id: 'J01', from: ['none'], command: 'RecordConsent', to: ['active'], guard: 'I23' },
  { id: 'J02', from: ['active'], command: 'RevokeConsent', to: ['revoked'] },
  { id: 'J03', from: ['active'], command: 'ExpireConsent', to: ['expired'] },
  {
    id: 'J04',
    from: ['active', 'revoked', 'expired'],
    command: 'OverrideConsentForEmergency',
    to: 'unchanged',
  },
]);
