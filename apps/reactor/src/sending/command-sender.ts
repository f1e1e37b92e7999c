import type { CommandErrand, Outcome } from '@referral/processes';

/** A command on its way, with what makes it the same one when it is sent again. */
export interface Sending {
  readonly errandId: string;
  readonly errand: CommandErrand;
  /** Name of the process that sends it. */
  readonly process: string;
  readonly tenantId: string;
  readonly correlationId: string;
  readonly causationId: string;
}

/** Nobody could take the command now. It may have taken effect; sending it again is right. */
export class NotTaken extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`The command was not taken: ${why}`, options);
    this.name = 'NotTaken';
  }
}

/** Sends commands of processes to those who decide them. */
export abstract class CommandSender {
  /** Throws NotTaken, and nothing else. */
  abstract send(sending: Sending): Promise<Outcome>;
}
