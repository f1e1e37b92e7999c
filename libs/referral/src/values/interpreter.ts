import { IsId, IsText, MayBeAbsent } from '@referral/values';
import { IsIn } from 'class-validator';

/** Who or what interprets. The first four are qualified; the others are a fallback that someone answers for (I41). */
export const interpreterTypes = [
  'qualified_staff',
  'phone',
  'video',
  'in_person',
  'machine_translation',
  'family',
] as const;
export type InterpreterType = (typeof interpreterTypes)[number];

/** The interpreter of a conversation. */
export interface Interpreter {
  readonly type: InterpreterType;
  readonly id?: string;
  /** Why no qualified interpreter was used; carries no patient data. */
  readonly whyFallback?: string;
  /** The person who reviewed a machine's translation. */
  readonly reviewedBy?: string;
}

/** How an interpreter is validated. */
export class InterpreterValue implements Interpreter {
  @IsIn(interpreterTypes) readonly type!: InterpreterType;
  @MayBeAbsent() @IsId() readonly id?: string;
  @MayBeAbsent() @IsText(500) readonly whyFallback?: string;
  @MayBeAbsent() @IsId() readonly reviewedBy?: string;
}

/** Why an interpreter is not qualified and no exception covers it; `null` when all is in order. */
export const interpreterFault = ({ type, whyFallback, reviewedBy }: Interpreter): string | null => {
  if (type !== 'family' && type !== 'machine_translation') return null;
  if (whyFallback === undefined) return 'A family member or a machine interprets with a recorded exception only.';
  if (type === 'machine_translation' && reviewedBy === undefined) return 'A person reviews what a machine translated.';
  return null;
};
