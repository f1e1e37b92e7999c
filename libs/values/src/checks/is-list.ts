import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { compose } from './compose';

/** A list of `minimum` to `maximum` items; what an item is, is said beside it with `{ each: true }`. */
export const IsList = (maximum: number, minimum = 0): PropertyDecorator =>
  minimum === 0
    ? compose(IsArray(), ArrayMaxSize(maximum))
    : compose(IsArray(), ArrayMinSize(minimum), ArrayMaxSize(maximum));

/** A list of `minimum` to `maximum` objects of one class. */
export const IsListOf = (item: () => new () => object, maximum: number, minimum = 0): PropertyDecorator =>
  compose(IsList(maximum, minimum), ValidateNested({ each: true }), Type(item));
