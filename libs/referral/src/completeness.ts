import { instant, minutesBetween } from '@referral/values';
import type { ReferralCommand } from './commands/referral-command';
import type { ReferralCompletenessReached } from './events/completeness';
import { isMissing } from './evolve/items';
import type { Completeness, RequirementItem } from './facets/requirements';
import { happened } from './happened';
import { defaultRequirements } from './policies';
import type { RequirementSetRef } from './values/requirement-set';

/** Nothing mandatory is missing any more, by the checklist that the referral is held to. */
export const completenessReached = (
  command: ReferralCommand,
  receivedAt: string,
  requirementSet: RequirementSetRef | null = null,
): ReferralCompletenessReached =>
  happened('ReferralCompletenessReached', command, {
    ...(requirementSet ?? defaultRequirements),
    elapsedMinutes: Math.floor(minutesBetween(receivedAt, command.occurredAt)),
  });

const hasLapsed = (item: RequirementItem, at: string | undefined): boolean =>
  item.status === 'waived' && item.until !== null && at !== undefined && instant(item.until) <= instant(at);

/**
 * The codes of the mandatory items that are not met. Under a named checklist an item is met once it is verified or waived, under the
 * default one once it has come in (S02). With `at`, a waiver that has ended by then counts no longer.
 */
export const unmet = (
  { requirementSet, items }: Pick<Completeness, 'requirementSet' | 'items'>,
  at?: string,
): readonly string[] =>
  items
    .filter((item) => isMissing(item) || hasLapsed(item, at) || (requirementSet !== null && item.status === 'received'))
    .map(({ code }) => code);
