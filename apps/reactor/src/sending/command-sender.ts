import type { CommandErrand, Outcome } from '@referral/processes';
import type { Sending } from './sending';

/** Sends commands of processes to those who decide them. */
export abstract class CommandSender {
  /** Throws NotTaken, and nothing else. */
  abstract send(sending: Sending<CommandErrand>): Promise<Outcome>;
}
