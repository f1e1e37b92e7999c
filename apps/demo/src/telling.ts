import type { Ledger } from './ledger';

/** Says where a referral stands after a step. */
export type Told = (step: string, referralId: string) => Promise<void>;

interface Details {
  readonly reference: string;
  readonly stage: string;
  readonly queues: readonly { readonly id: string; readonly name: string }[];
}

/** Prints one line a step: what was done, the stage it led to, and the queues that the referral stands in then. */
export const telling =
  (ledger: Ledger, print: (line: string) => void): Told =>
  async (step, referralId) => {
    const { reference, stage, queues } = await ledger.ask<Details>(`/referrals/${referralId}`);
    const names = queues.map(({ id, name }) => `${id} ${name}`).join(', ');
    print(`  ${reference}  ${step.padEnd(28)} ${stage.padEnd(16)} ${names === '' ? '-' : names}`);
  };
