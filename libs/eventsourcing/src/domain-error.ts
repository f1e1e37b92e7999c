/** A broken rule, by the code that `domain.md` 3.16 gives it; a problem document is made of it at the edge. */
export class DomainError extends Error {
  /**
   * @param code for programs, such as `ILLEGAL_TRANSITION`
   * @param message for people: what is wrong and what would be right, without patient data
   * @param details further members of the problem document, such as `{ from, command, allowed }`
   */
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    // A refusal is no fault of the program. Where it came from tells nobody anything, and to find out costs more than the rest of deciding.
    const depth = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = depth;
    this.name = 'DomainError';
  }
}
