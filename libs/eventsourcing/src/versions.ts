import { DomainError } from './domain-error';

/** One version of something that is published in versions, such as a policy or a calendar. */
export interface Version {
  /** Counts from 1. */
  readonly version: number;
  /** Instant from which it is in force. */
  readonly effectiveFrom: string;
}

/** What a version is to say, who expects it to be which, and from when it is to hold: from now when that is left out. */
export interface Draft<Content extends object> {
  readonly content: Content;
  readonly version: number | undefined;
  readonly effectiveFrom: string | undefined;
  /** When it is published, by the clock of the server. */
  readonly now: string;
}

/**
 * The version in force at an instant: the last published of those that have begun, so that a mistake in one which is still to come is
 * set right by another. `undefined` before the first.
 */
export const inForceAt = <Published extends Version>(
  versions: readonly Published[],
  instant: string,
): Published | undefined => versions.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= Date.parse(instant));

/**
 * The version that a draft makes, or `null` when it was published before. What is published never changes, and nothing is in force
 * before it is published (I47).
 * @param same whether two contents promise the same
 * @throws POLICY_IMMUTABLE
 */
export const nextVersion = <Content extends object>(
  versions: readonly (Content & Version)[],
  { content, version, effectiveFrom, now }: Draft<Content>,
  same: (one: Content, other: Content) => boolean,
): (Content & Version) | null => {
  const next = versions.length + 1;
  const known = versions.find((published) => published.version === (version ?? versions.length));
  const repeats = known && same(known, content) && sameStart(known, effectiveFrom);
  if (repeats) return null;
  if (version !== undefined && version !== next)
    throw new DomainError('POLICY_IMMUTABLE', `Versions never change; the next one is ${next}.`, { next });
  if (effectiveFrom !== undefined && Date.parse(effectiveFrom) < Date.parse(now))
    throw new DomainError('POLICY_IMMUTABLE', 'A version is in force from now on or later, not before.', { now });
  return { ...content, version: next, effectiveFrom: effectiveFrom ?? now };
};

const sameStart = (known: Version, effectiveFrom: string | undefined): boolean =>
  effectiveFrom === undefined || Date.parse(known.effectiveFrom) === Date.parse(effectiveFrom);
