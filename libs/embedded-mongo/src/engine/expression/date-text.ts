import { refuseAt } from '../mongo-error';

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const parts: Readonly<Record<string, (at: Date) => string>> = {
  Y: (at) => padded(at.getUTCFullYear(), 4),
  m: (at) => padded(at.getUTCMonth() + 1, 2),
  d: (at) => padded(at.getUTCDate(), 2),
  H: (at) => padded(at.getUTCHours(), 2),
  M: (at) => padded(at.getUTCMinutes(), 2),
  S: (at) => padded(at.getUTCSeconds(), 2),
  L: (at) => padded(at.getUTCMilliseconds(), 3),
  w: (at) => String(at.getUTCDay() + 1),
  u: (at) => String(at.getUTCDay() || 7),
  z: () => '+0000',
  Z: () => '+000',
  '%': () => '%',
};

/** A date written by a format of `%` letters, in UTC. */
export const dateText = (at: Date, format: string): string =>
  format.replace(/%(.?)/gs, (_whole, letter: string) => {
    const part = parts[letter];
    if (!part) throw refuseAt(18536, `Invalid format character '%${letter}' in format string`);
    return part(at);
  });
