import type { Money } from '@referral/values';
import { UnintelligibleAnswer } from '../errors';

/** An amount that X12 writes as a decimal, in US dollars, which 270 and 278 know alone. */
export const readMoney = (where: string, text: string): Money => {
  const [, whole, fraction = ''] = /^(\d{0,12})(\.\d{1,4})?$/.exec(text) ?? [];
  if (whole === undefined || text === '') throw new UnintelligibleAnswer(`${where} is not an amount.`);
  return { amount: `${whole === '' ? '0' : whole}${fraction}`, currency: 'USD' };
};

/** A share that X12 writes as a decimal (0.2), in percent. */
export const readPercent = (where: string, text: string): number => {
  const share = /^\d?(\.\d{1,6})?$/.test(text) && text !== '' ? Number(text) : Number.NaN;
  if (!(share <= 1)) throw new UnintelligibleAnswer(`${where} is not a share of 0 to 1.`);
  return Math.round(share * 1_000_000) / 10_000;
};

/** A count of whole things. */
export const readCount = (where: string, text: string): number => {
  if (!/^\d{1,4}(\.0{1,4})?$/.test(text)) throw new UnintelligibleAnswer(`${where} is not a count.`);
  return Number(text);
};
