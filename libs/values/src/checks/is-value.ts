import { IsObject, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { compose } from './compose';

/** A nested value object, validated by its own class. */
export const IsValue = (value: () => new () => object): PropertyDecorator =>
  compose(IsObject(), ValidateNested(), Type(value));
