import type { Condition } from '@referral/conditions';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { urgencies } from '@referral/values';
import type { Queue } from '@referral/projections';
import { BadRequest } from '../http/problem';
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
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(idLike, { each: true, message: 'team must be ids separated by commas' })
  readonly team?: readonly string[];

  @IsOptional()
  @Transform(commaSeparated)
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(idLike, { each: true, message: 'coordinator must be user ids separated by commas' })
  readonly coordinator?: readonly string[];

  @IsOptional()
  @Matches(idLike, { message: 'patient must be an id' })
  readonly patient?: string;
}

/** The conditions that the parameters add to a queue's own. Throws VALIDATION_FAILED for a queue of something else than referrals. */
export const narrowing = (queue: Queue, parameters: WorklistParameters): readonly Condition[] => {
  const conditions = conditionsOf(parameters);
  if (queue.of !== 'worklist' && conditions.length > 0)
    throw new BadRequest(`${queue.slug} is no queue of referrals and cannot be narrowed by what they say`);
  return conditions;
};

const conditionsOf = (parameters: WorklistParameters): readonly Condition[] => {
  const { urgency, specialty, referringOffice, destination, patient, team, coordinator } = parameters;
  const among = (path: string, values: readonly string[] | undefined): readonly Condition[] =>
    values && values.length > 0 ? [{ path, is: 'in', value: values }] : [];
  return [
    ...among('urgency', urgency),
    ...among('specialty', specialty),
    ...among('referringOfficeId', referringOffice),
    ...among('destinationId', destination),
    ...among('team', team),
    ...among('coordinatorId', coordinator),
    ...among('patientId', patient === undefined ? undefined : [patient]),
  ];
};
