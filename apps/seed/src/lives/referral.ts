import type { Telling } from '../step';
import { arrival } from './arrival';
import { closing } from './closing';
import { payer } from './payer';
import { reaching } from './reaching';
import type { ReferralCase } from './referral-case';
import { report } from './report';
import { triage } from './triage';
import { visits } from './visits';

/** Whether a referral goes on after a part of its life. */
export type Goes = 'on' | 'no_further';

const parts: readonly ((one: ReferralCase) => Telling<Goes>)[] = [
  arrival,
  triage,
  payer,
  reaching,
  visits,
  report,
  closing,
];

/** The life of a referral, part by part, until it ends or is left where it stands. */
export function* referralLife(one: ReferralCase): Telling {
  for (const part of parts) if ((yield* part(one)) === 'no_further') return;
}
