import type { LookingErrand, Outcome } from '@referral/processes';
import type { Sending } from '../sending/sending';

/** Answers what processes must know beside their subject. */
export abstract class Looking {
  /** Throws NotTaken, and nothing else. */
  abstract look(sending: Sending<LookingErrand>): Promise<Outcome>;
}
