import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsInstant } from '@referral/values';
import { QueryParameters } from '../http/query';
import type { TimeAxis } from './history';

/** As of when something is asked, and by which of its times an event counts then. */
export class InstantParameters extends QueryParameters {
  @IsOptional()
  @IsInstant()
  readonly asOf?: string;

  @IsOptional()
  @IsIn(['recorded', 'effective'], { message: 'time is recorded or effective' })
  readonly time: TimeAxis = 'recorded';
}

/** How those are described. */
export const ApiInstantQuery = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'atLeast', required: false, description: 'Is always so here: it is read from the log.' }),
    ApiQuery({ name: 'asOf', required: false, description: 'Only what counted at this instant.' }),
    ApiQuery({
      name: 'time',
      required: false,
      enum: ['recorded', 'effective'],
      description: 'By which of its times an event counts.',
    }),
  );
