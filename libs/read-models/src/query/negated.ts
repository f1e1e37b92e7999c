import type { Bound } from '@referral/conditions';

const opposites = { before: 'atOrAfter', atOrAfter: 'before', after: 'atOrBefore', atOrBefore: 'after' } as const;

/** The bound that holds of exactly the other rows, where every row has a value of that type in the field. */
export const negated = ({ path, is, value }: Bound): Bound => ({ path, is: opposites[is], value });
