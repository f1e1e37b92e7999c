import { Matches } from 'class-validator';

/** A SHA-256 digest as hexadecimal digits. */
export const IsSha256 = (): PropertyDecorator =>
  Matches(/^[0-9a-f]{64}$/, { message: '$property must be a SHA-256 digest: 64 hexadecimal digits in lower case' });
