import type { Outcome, PayerQuestion } from '@referral/processes';
import type { Sending } from '../sending/sending';

/** Asks payers what processes want to know, and has their answers recorded. */
export abstract class PayerDesk {
  /** Ends within the time limit of the payer. Throws NotTaken when what the payer said could not be recorded, and nothing else. */
  abstract ask(sending: Sending<PayerQuestion>): Promise<Outcome>;
}

/** Where no payer can be asked: a question that was left over from a time when one could is left unanswered. */
export class NoPayers extends PayerDesk {
  ask(): Promise<Outcome> {
    return Promise.resolve({ outcome: 'unanswered', why: 'payer_unknown', mayPass: false });
  }
}
