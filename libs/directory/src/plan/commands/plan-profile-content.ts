import { nextVersion } from '@referral/eventsourcing';
import { ArrayUnique, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import {
  type Channel,
  channels,
  IsId,
  IsList,
  IsListOf,
  IsText,
  IsValue,
  MayBeAbsent,
  pick,
  VersionBody,
} from '@referral/values';
import { type AuthorizationNeed, authorizationNeeds, type PlanProfileEvent, type PlanRule } from '../events';
import type { PlanProfileState } from '../published-plan-profile';
import { happened } from '../rules';

/** How the hours of a decision are validated. */
export class DecisionHours {
  @IsInt() @Min(1) @Max(10_000) readonly standard!: number;
  @IsInt() @Min(1) @Max(10_000) readonly expedited!: number;
}

/** How a rule of a plan is validated. */
export class PlanRuleValue implements PlanRule {
  @IsText(100) readonly serviceCategory!: string;
  @IsIn(authorizationNeeds) readonly authNeeded!: AuthorizationNeed;
  @IsBoolean() readonly referralRequired!: boolean;
  @MayBeAbsent() @IsInt() @Min(0) @Max(10_000) readonly visitLimit?: number;
  @IsList(20) @ArrayUnique() @IsIn(channels, { each: true }) readonly submissionChannels!: Channel[];
  @MayBeAbsent() @IsValue(() => DecisionHours) readonly decisionHours?: DecisionHours;
}

/** What a command says that publishes a version: the whole of it. */
export abstract class PlanProfileContent extends VersionBody {
  readonly planId!: string;
  @IsId() readonly payerId!: string;
  @IsText(200) readonly name!: string;
  @IsListOf(() => PlanRuleValue, 500)
  @ArrayUnique(({ serviceCategory }: PlanRuleValue) => serviceCategory)
  readonly rules!: readonly PlanRule[];
}

/**
 * I47: the next version, unless it was published before.
 * @param meant which version, when the command does not say
 */
export const publishPlanProfileContent = (
  command: PlanProfileContent,
  planProfile: PlanProfileState,
  meant = command.version,
): readonly PlanProfileEvent[] => {
  const versions = planProfile.stage === 'none' ? [] : planProfile.versions;
  const content = pick(command, 'planId', 'payerId', 'name', 'rules');
  const version = nextVersion(versions, content, command, meant);
  return version ? [happened('PlanProfileVersionPublished', command, version)] : [];
};
