import type { Command } from './command';
import { invariant, refusals } from './rules/invariant';
import { sameJson } from './same-json';

/** One version of something that is published in versions, such as a policy or a calendar. */
export interface Version {
  /** Counts from 1. */
  readonly version: number;
  /** Instant from which it is in force. */
  readonly effectiveFrom: string;
}

/** A command that publishes a version. */
export interface PublishingCommand extends Command {
  /** Which version the caller believes to publish. */
  readonly version?: number;
  /** From when it holds: from now on when it is left out. */
  readonly effectiveFrom?: string;
}

/** What publishing can be refused with. */
export const publishingInvariants = {
  POLICY_IMMUTABLE: invariant('I47', 409, 'What was published never changes; a change is a version of its own.'),
} as const;

const refusal = refusals(publishingInvariants);

/**
 * The version in force at an instant: the last published of those that have begun, so that a mistake in one which is still to come is
 * set right by another. `undefined` before the first.
 */
export const inForceAt = <Published extends Version>(
  versions: readonly Published[],
  instant: string,
): Published | undefined => versions.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= Date.parse(instant));

/**
 * The version that a command makes of some content, or `null` when it was published before. What is published never changes, and nothing
 * is in force before it is published (I47).
 * @param version which one is meant, when the command does not say
 * @throws POLICY_IMMUTABLE
 */
export const nextVersion = <Content extends object>(
  versions: readonly (Content & Version)[],
  content: Content,
  { version: told, effectiveFrom, issued }: PublishingCommand,
  version = told,
): (Content & Version) | null => {
  const next = versions.length + 1;
  const known = versions.find((published) => published.version === (version ?? versions.length));
  if (known && says(known, content) && sameStart(known, effectiveFrom)) return null;
  if (version !== undefined && version !== next)
    throw refusal('POLICY_IMMUTABLE', `Versions never change; the next one is ${next}.`, { next });
  const now = issued.recordedAt;
  if (effectiveFrom !== undefined && Date.parse(effectiveFrom) < Date.parse(now))
    throw refusal('POLICY_IMMUTABLE', 'A version is in force from now on or later, not before.', { now });
  return { ...content, version: next, effectiveFrom: effectiveFrom ?? now };
};

const says = <Content extends object>(known: Content & Version, content: Content): boolean => {
  const { version, effectiveFrom } = known;
  return sameJson(known, { ...content, version, effectiveFrom });
};

const sameStart = (known: Version, effectiveFrom: string | undefined): boolean =>
  effectiveFrom === undefined || Date.parse(known.effectiveFrom) === Date.parse(effectiveFrom);
