import type { Outcome } from '@referral/processes';
import { PayerDesk } from '../payers/payer-desk';

/** Payers that never answer. */
export class SilentPayers extends PayerDesk {
  /** How often they were asked. */
  asked = 0;

  ask(): Promise<Outcome> {
    this.asked += 1;
    return new Promise(() => undefined);
  }
}
