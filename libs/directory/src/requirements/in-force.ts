import { inForceAt, type Version } from '@referral/eventsourcing';
import { type Coding, instant, sameCoding } from '@referral/values';
import type { RequirementSetTerms } from './events';
import type { PublishedRequirementSet } from './published-requirement-set';

/** One version of a requirement set, as it was published. */
export type RequirementSetVersion = RequirementSetTerms & Version;

/** What somebody is referred for. */
export interface SoughtService {
  readonly specialty: Coding;
  readonly service: Coding;
}

/**
 * What a referral must bring that is received at an instant: of the versions in force then, one for the service goes before one for the
 * whole specialty, and among those the one that came into force last. `undefined` when there is none.
 */
export const requirementsInForce = (
  sets: readonly PublishedRequirementSet[],
  sought: SoughtService,
  at: string,
): RequirementSetVersion | undefined =>
  sets
    .flatMap((set) => versionAt(set, at) ?? [])
    .filter((version) => covers(version, sought))
    .sort(byPrecedence)
    .at(0);

const versionAt = ({ versions, retiredAt }: PublishedRequirementSet, at: string): RequirementSetVersion | undefined =>
  retiredAt !== null && instant(retiredAt) <= instant(at) ? undefined : inForceAt(versions, at);

const covers = (version: RequirementSetVersion, { specialty, service }: SoughtService): boolean =>
  sameCoding(version.specialty, specialty) && (version.service === undefined || sameCoding(version.service, service));

const byPrecedence = (one: RequirementSetVersion, other: RequirementSetVersion): number =>
  Number(one.service === undefined) - Number(other.service === undefined) ||
  instant(other.effectiveFrom) - instant(one.effectiveFrom);
