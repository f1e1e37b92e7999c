import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import { validated } from './validated';

class Body {
  @IsOptional() @IsObject() readonly inner?: object;
  @IsOptional() @IsIn(['a', 'b']) readonly choice?: string;
}

const refusalOf = (text: string): unknown => {
  try {
    return validated(Body, JSON.parse(text), 'The body');
  } catch (error) {
    return error;
  }
};

describe('a body that is checked', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))('has no field %s, at whatever depth', (name) => {
    for (const text of [`{"${name}":1}`, `{"inner":{"${name}":1}}`, `{"inner":{"list":[{"${name}":{}}]}}`])
      expect(refusalOf(text)).toMatchObject({ code: 'VALIDATION_FAILED', message: expect.stringContaining(name) });
  });

  it('may say such a name', () => {
    expect(refusalOf('{"inner":{"name":"constructor"}}')).toBeInstanceOf(Body);
  });
});
