import type { Assignee } from './assignee';
import { lot } from './lot';

/** `es` of `es-US`: who speaks one variety is understood in another. */
const languageOf = (tag: string): string => tag.toLowerCase().replace(/-.*$/, '');

/**
 * Who of those that can take a referral gets it: whoever speaks the patient's language, then whoever has least open. Equal ones draw lots
 * by the referral, so that many that come at once are spread, and the same referral falls to the same one.
 */
export const mostSuitable = (
  assignees: readonly Assignee[],
  referralId: string,
  language: string | null,
): Assignee | undefined => {
  const speaks = ({ languages }: Assignee): boolean =>
    language !== null && languages.some((known) => languageOf(known) === languageOf(language));
  const drawn = ({ userId }: Assignee): number => lot(`${userId} ${referralId}`);
  const [first] = [...assignees].sort(
    (one, other) => Number(speaks(other)) - Number(speaks(one)) || one.open - other.open || drawn(one) - drawn(other),
  );
  return first;
};
