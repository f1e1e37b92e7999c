import type { Errand } from '@referral/processes';

/** An errand on its way, with what makes it the same one when it is sent again. */
export interface Sending<Kind extends Errand = Errand> {
  readonly errandId: string;
  readonly errand: Kind;
  /** Name of the process that sends it. */
  readonly process: string;
  readonly tenantId: string;
  readonly correlationId: string;
  readonly causationId: string;
}

/** Nobody could take the errand now. It may have taken effect; sending it again is right. */
export class NotTaken extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`The errand was not taken: ${why}`, options);
    this.name = 'NotTaken';
  }
}
