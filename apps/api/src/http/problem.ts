import { DomainError } from '@referral/eventsourcing';

/** RFC 9457 problem document. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** For programs, as in the table of invariants. */
  readonly code: string;
  /** For people: what is wrong and what would be right. */
  readonly detail: string;
  readonly instance: string;
  readonly correlationId: string;
  readonly [member: string]: unknown;
}

/** One thing that is wrong with a request's content: where (dotted path) and what. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A request that cannot be understood; answered with 400. */
export class BadRequest extends DomainError {
  constructor(message: string, errors: readonly FieldError[] = []) {
    super('VALIDATION_FAILED', message, errors.length > 0 ? { errors } : {});
    this.name = 'BadRequest';
  }
}

/** Nothing is at the address asked for; answered with 404. */
export class NotFound extends DomainError {
  constructor(message: string) {
    super('NOT_FOUND', message);
    this.name = 'NotFound';
  }
}
