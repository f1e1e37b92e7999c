import type { Registration } from './referral';

/** Whether a referral was registered as more than normally sensitive: part 2, psychotherapy, HIV, of a minor, of a known person. */
export const isSensitive = ({ sensitivity }: Pick<Registration, 'sensitivity'>): boolean =>
  sensitivity.some((word) => word !== 'normal');
