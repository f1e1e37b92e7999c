/** A command that was answered: what was asked under which key, and what the answer promised. */
export interface Acknowledged {
  readonly referralId: string;
  readonly commandId: string;
  readonly revision: number;
  readonly position: string;
}

/** What callers were told while things broke. It is the only witness: whatever stands in it must be in the log. */
export class Journal {
  readonly acknowledged: Acknowledged[] = [];
  /** Keys of commands that were definitely refused, so that nothing of them may be in the log. */
  readonly refused: string[] = [];
  /** Answers that nobody should ever get, with what is wrong with them. */
  readonly dishonest: string[] = [];
  /** Requests that had to be sent again. */
  retries = 0;
}
