import { Matches, type ValidationOptions } from 'class-validator';

const form = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/;

/** A language as BCP 47 names it, such as `es` or `zh-Hant`. */
export const IsLanguageTag = (options?: ValidationOptions): PropertyDecorator =>
  Matches(form, { message: '$property must be a language tag, such as es or zh-Hant', ...options });
