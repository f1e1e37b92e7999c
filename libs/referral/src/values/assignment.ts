import { IsAfter, IsId, IsInstant } from '@referral/values';
import { IsBoolean } from 'class-validator';

/** How a referral found its team. */
export const assignmentRules = ['manual', 'skill', 'round_robin', 'claim'] as const;
export type AssignmentRule = (typeof assignmentRules)[number];

export const escalationLevels = [1, 2, 3] as const;
export type EscalationLevel = (typeof escalationLevels)[number];

export const escalationCauses = ['sla_warning', 'sla_breach', 'clinical_risk', 'complaint', 'delay'] as const;
export type EscalationCause = (typeof escalationCauses)[number];

/** Where a delay comes from. */
export const delayCauses = [
  'payer',
  'records',
  'patient',
  'capacity',
  'internal',
  'communication',
  'technical',
] as const;
export type DelayCause = (typeof delayCauses)[number];

/** What staffing says about someone when a referral is to be theirs: looked up by whoever issues the command. */
export class AssigneeStandingValue {
  @IsBoolean() readonly active!: boolean;
  @IsBoolean() readonly trained!: boolean;
  @IsBoolean() readonly inScope!: boolean;
  @IsBoolean() readonly underCapacity!: boolean;
}

/** An absence that is on record. */
export class AbsenceValue {
  @IsId() readonly absenceId!: string;
  @IsInstant() readonly from!: string;
  @IsInstant() @IsAfter('from') readonly to!: string;
}
