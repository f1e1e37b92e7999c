import { ValidateIf } from 'class-validator';

/** The field may be left out. Unlike `IsOptional` it refuses `null`, which no event knows. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
