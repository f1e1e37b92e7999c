/** Why there is no answer of a payer. No message ever repeats what a document says of a patient. */
export abstract class PayerError extends Error {
  /** Whether the same request, with the same trace number, may succeed later; if not, somebody has to change something. */
  abstract readonly mayBeSentAgain: boolean;
}

/** No connection, a broken one, or a server that says it cannot serve. The payer may have the request. */
export class PayerUnreachable extends PayerError {
  readonly mayBeSentAgain = true;
  override readonly name = 'PayerUnreachable';
}

/** No whole answer within the time limit. The payer may have the request. */
export class PayerTimedOut extends PayerError {
  readonly mayBeSentAgain = true;
  override readonly name = 'PayerTimedOut';

  constructor(readonly timeoutMs: number) {
    super(`The payer gave no answer within ${timeoutMs} ms.`);
  }
}

/** Nothing was sent: too many calls are open, or the payer failed so often that it is left alone for a while. */
export class PayerHeldOff extends PayerError {
  readonly mayBeSentAgain = true;
  override readonly name = 'PayerHeldOff';

  constructor(readonly reason: 'too_many_calls' | 'circuit_open') {
    super(
      reason === 'circuit_open'
        ? 'The payer failed several times in a row and is left alone for a while.'
        : 'As many calls to the payer as it is given at once are open.',
    );
  }
}

/** Something came that is no answer to this request; `what` is wrong with it. */
export class UnintelligibleAnswer extends PayerError {
  readonly mayBeSentAgain = true;
  override readonly name = 'UnintelligibleAnswer';

  /** @param what a sentence that repeats nothing of the answer */
  constructor(
    readonly what: string,
    options?: ErrorOptions,
  ) {
    super(`The payer's answer cannot be used: ${what}`, options);
  }
}

/** One reason for which a payer does not take a request (an AAA segment). */
export interface Rejection {
  /** X12 reject reason code, such as `75` (subscriber not found). */
  readonly code: string;
  /** X12 follow-up action code, such as `C` (correct and resubmit). */
  readonly followUp: string;
}

/** Follow-up actions by which a payer says that the same request may come again, at once or later. */
const sendAgain: readonly string[] = ['P', 'R', 'W', 'X'];

/** The payer answered that it does not take the request. */
export class RequestRejected extends PayerError {
  override readonly name = 'RequestRejected';
  readonly mayBeSentAgain: boolean;

  constructor(readonly rejections: readonly Rejection[]) {
    super(
      `The payer rejected the request: ${rejections.map(({ code, followUp }) => `${code} ${followUp}`).join(', ')}.`,
    );
    this.mayBeSentAgain = rejections.every(({ followUp }) => sendAgain.includes(followUp));
  }
}

/** Nothing was sent: a field of the request cannot be said in the payer's format. */
export class UnsayableRequest extends PayerError {
  readonly mayBeSentAgain = false;
  override readonly name = 'UnsayableRequest';

  /** @param field where, such as `member.lastName` */
  constructor(
    readonly field: string,
    why: string,
  ) {
    super(`${field} ${why}.`);
  }
}
