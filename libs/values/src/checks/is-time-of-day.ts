import { Matches } from 'class-validator';

const form = /^([01]\d|2[0-3]):[0-5]\d$/;
const formOrEnd = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** True for a time of day on 24 hours, `HH:MM`. */
export const isTimeOfDay = (value: unknown): value is string => typeof value === 'string' && form.test(value);

/** A time of day on 24 hours, `HH:MM`; with `orEnd` also 24:00, where a day ends. */
export const IsTimeOfDay = ({ orEnd = false } = {}): PropertyDecorator =>
  Matches(orEnd ? formOrEnd : form, { message: '$property must be a time of day, such as 08:30' });
