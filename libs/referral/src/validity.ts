import { instant, type Validity } from '@referral/values';

/** The last instant of a validity; a bound that is a date holds to the end of that day, in UTC. `null`: it has no end. */
export const endOfValidity = ({ end }: Validity): number | null => {
  if (end === undefined) return null;
  return instant(end.includes('T') ? end : `${end}T23:59:59.999Z`);
};
