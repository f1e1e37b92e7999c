import { IsIn } from 'class-validator';
import { IsId, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { linkKinds, type LinkKind } from '../values/content-vocabulary';
import { ReferralCommand } from './referral-command';

/** The referral belongs together with another one. */
export class LinkReferral extends ReferralCommand {
  @IsId() readonly otherReferralId!: string;
  @IsIn(linkKinds) readonly kind!: LinkKind;
}

/** T39. */
export const linkReferral = (command: LinkReferral, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const { otherReferralId, kind } = command;
  const known = referral.facets.links.some((link) => link.otherReferralId === otherReferralId && link.kind === kind);
  if (known) return [];
  requireTransition(referral, 'LinkReferral');
  if (otherReferralId === referral.registration.referralId)
    throw refusal('CONTRADICTS_RECORD', 'A referral is not linked to itself.');
  return [happened('ReferralLinked', command, pick(command, 'otherReferralId', 'kind'))];
};

/** Linking two referrals. */
export const linkReferralUseCase: UseCase<LinkReferral> = {
  name: 'LinkReferral',
  command: LinkReferral,
  summary: 'Links the referral to another one: its duplicate, what it follows, or what it was split from.',
  roles: ['coordinator'],
  creates: false,
  generatedIds: [],
  decide: linkReferral,
};
