import fc from 'fast-check';
import type { ReferralCommand } from '../../commands/referral-command';
import { linkKinds } from '../../values/content-vocabulary';
import { changed, without } from '../order';
import * as content from '../orders/content';
import * as redirection from '../orders/redirection';
import * as requirements from '../orders/requirements';
import { cityClinic, heartClinic } from '../parties';

const itemCode = fc.constantFrom('referral_letter', 'lab', 'imaging_report');

/** Any order about what a referral says. */
export const anyContentOrder: fc.Arbitrary<ReferralCommand> = fc.oneof(
  fc.constant(content.draft),
  fc.uniqueArray(itemCode).map((missingItems) => changed(content.submit, { missingItems })),
  fc
    .record({ amendmentId: fc.constantFrom('amendment-1', 'amendment-2'), requiresRetriage: fc.boolean() })
    .map((amendment) => changed(content.amend, amendment)),
  fc.constant(content.correct),
  fc.constantFrom(...linkKinds).map((kind) => changed(content.link, { kind })),
  fc.constant(content.assess),
);

/** Any order about required items. */
export const anyRequirementOrder: fc.Arbitrary<ReferralCommand> = fc.oneof(
  itemCode.map((code) => changed(requirements.verifyItem, { itemCode: code })),
  itemCode.map((code) => changed(requirements.rejectItem, { itemCode: code })),
  itemCode.map((code) => changed(requirements.waiveItem, { itemCode: code })),
  fc.uniqueArray(itemCode, { minLength: 1 }).map((items) => changed(requirements.returnIncomplete, { items })),
  fc.constant(requirements.confirmComplete),
);

/** Any order that sends a referral away, or calls it an error. */
export const anyFarewell: fc.Arbitrary<ReferralCommand> = fc.oneof(
  fc.constantFrom(heartClinic, cityClinic).map((to) => changed(redirection.redirect, { to })),
  fc.constantFrom(heartClinic, cityClinic).map((to) => changed(redirection.supersede, { to })),
  fc.constant(without(redirection.supersede, 'successorId')),
  fc.boolean().map((followUpSuggested) => changed(redirection.advise, { followUpSuggested })),
  fc.constant(content.markInError),
);
