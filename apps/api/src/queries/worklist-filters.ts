import type { Condition } from '@referral/conditions';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { urgencies } from '@referral/values';
import { commaSeparated, PageParameters } from '../http/query';

const idLike = /^[\w.:@+/-]{1,128}$/;

/** How a queue can be narrowed. */
export class WorklistParameters extends PageParameters {
  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @IsIn(urgencies, { each: true, message: `urgency must be of ${urgencies.join(', ')}` })
  readonly urgency?: readonly string[];

  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(idLike, { each: true, message: 'specialty must be codes separated by commas' })
  readonly specialty?: readonly string[];

  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(idLike, { each: true, message: 'referringOffice must be ids separated by commas' })
  readonly referringOffice?: readonly string[];

  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(idLike, { each: true, message: 'destination must be ids separated by commas' })
  readonly destination?: readonly string[];

  @IsOptional()
  @Matches(idLike, { message: 'patient must be an id' })
  readonly patient?: string;
}

/** The conditions that the parameters add to a queue's own. */
export const narrowing = (parameters: WorklistParameters): readonly Condition[] => {
  const { urgency, specialty, referringOffice, destination, patient } = parameters;
  const among = (path: string, values: readonly string[] | undefined): readonly Condition[] =>
    values && values.length > 0 ? [{ path, is: 'in', value: values }] : [];
  return [
    ...among('urgency', urgency),
    ...among('specialty', specialty),
    ...among('referringOfficeId', referringOffice),
    ...among('destinationId', destination),
    ...among('patientId', patient === undefined ? undefined : [patient]),
  ];
};
