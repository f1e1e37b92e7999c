import { type Coding, sameCoding } from '@referral/values';

/** How much of a service was approved, and how much of that is used. */
export interface Units {
  readonly service: Coding;
  readonly approved: number;
  readonly used: number;
}

/** What is left of a service; 0 when nothing of it was approved. */
export const remainingOf = (units: readonly Units[], service: Coding): number => {
  const known = units.find((one) => sameCoding(one.service, service));
  return known ? known.approved - known.used : 0;
};

/** The units after some of a service were used. */
export const withUse = (units: readonly Units[], service: Coding, used: number): readonly Units[] =>
  units.map((one) => (sameCoding(one.service, service) ? { ...one, used: one.used + used } : one));

/** True when nothing is left of any service. */
export const areUsedUp = (units: readonly Units[]): boolean => units.every(({ approved, used }) => used >= approved);
