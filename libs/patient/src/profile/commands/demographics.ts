import { IsIn } from 'class-validator';
import {
  type Identifier,
  IdentifierValue,
  IsCalendarDate,
  IsList,
  IsListOf,
  IsText,
  MayBeAbsent,
  pick,
} from '@referral/values';
import { PatientCommand } from './patient-command';

/** What may be said of who a patient is: each list as a whole. */
export abstract class Demographics extends PatientCommand {
  @MayBeAbsent() @IsListOf(() => IdentifierValue, 20) readonly identifiers?: readonly Identifier[];
  @MayBeAbsent() @IsText(200) readonly name?: string;
  @MayBeAbsent() @IsCalendarDate() readonly birthDate?: string;
  @MayBeAbsent() @IsIn(['female', 'male', 'unknown']) readonly sexForClaims?: 'female' | 'male' | 'unknown';
  @MayBeAbsent() @IsList(20) @IsText(500, { each: true }) readonly addresses?: readonly string[];
  @MayBeAbsent() @IsList(20) @IsText(50, { each: true }) readonly phones?: readonly string[];
}

/** What a command says of who a patient is. */
export const demographicsOf = (command: Demographics) =>
  pick(command, 'identifiers', 'name', 'birthDate', 'sexForClaims', 'addresses', 'phones');
