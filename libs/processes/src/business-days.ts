import { addAllowedTime, policyInForce } from '@referral/sla-policy';
import type { Site } from './site';

/** The instant that lies so many business days after another, by the calendar that a site had published by then. */
export const businessDaysAfter = (at: string, amount: number, { published }: Site): string =>
  amount === 0 ? at : addAllowedTime(at, { amount, unit: 'business_days' }, policyInForce(published, at).calendar);
