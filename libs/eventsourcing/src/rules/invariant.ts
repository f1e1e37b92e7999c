import { DomainError } from '../domain-error';

/** A rule that a command can break: its number in the domain's list, the HTTP status that it answers, and a sentence. */
export interface Invariant {
  /** `null` for codes of shape and identity that have no number. */
  readonly id: `I${number}` | null;
  readonly status: 400 | 403 | 404 | 409 | 412 | 422 | 423;
  readonly sentence: string;
}

/** One entry of a table of invariants. */
export const invariant = (id: Invariant['id'], status: Invariant['status'], sentence: string): Invariant => ({
  id,
  status,
  sentence,
});

/** The codes that a command about any kind of aggregate can be refused with. */
export const commonInvariants = {
  VALIDATION_FAILED: invariant(null, 400, 'A command has the fields of its description and no others.'),
  IDEMPOTENCY_KEY_REUSED: invariant('I02', 422, 'One idempotency key stands for one command with one content.'),
  REVISION_MISMATCH: invariant('I01', 412, 'It is at the revision that the command expects.'),
  ILLEGAL_TRANSITION: invariant('I03', 409, 'The stage that it is in allows the command.'),
  ROLE_NOT_PERMITTED: invariant('I04', 403, 'A command needs one of the roles of its description.'),
  READ_ONLY_ROLE: invariant('I45', 403, 'The compliance role reads and changes nothing.'),
  CONTRADICTS_RECORD: invariant(null, 409, 'A fact that is on the record is not told again in another way.'),
  REASON_REQUIRED: invariant('I31', 422, 'Who ends, undoes or escalates something says why.'),
  COMMENT_REQUIRED: invariant('I31', 422, 'Some reasons need words of their own.'),
  BACKDATE_NOT_ALLOWED: invariant('I34', 422, 'Effective times lie between the beginning and now, within the limits.'),
  CHRONOLOGY_VIOLATION: invariant('I35', 422, 'What follows takes effect after what it follows, unless entered late.'),
} as const satisfies Readonly<Record<string, Invariant>>;

/** Makes the error of a broken invariant. `message`: what is wrong in this case; without it the invariant's own sentence. */
export type Refusal<Code extends string> = (
  code: Code,
  message?: string,
  details?: Readonly<Record<string, unknown>>,
) => DomainError;

/** The errors of one table of invariants. */
export const refusals =
  <Code extends string>(table: Readonly<Record<Code, Invariant>>): Refusal<Code> =>
  (code, message = table[code].sentence, details = {}) =>
    new DomainError(code, message, details);

/** The errors that every aggregate answers. */
export const commonRefusal = refusals(commonInvariants);
