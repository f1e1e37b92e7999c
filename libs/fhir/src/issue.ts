import type { OperationOutcomeIssue } from 'fhir/r4';

/** One thing to tell the sender of a message. Neither part ever repeats what the message says of a patient. */
export interface Issue {
  readonly severity: OperationOutcomeIssue['severity'];
  /** FHIR issue type, such as `not-found`. */
  readonly code: OperationOutcomeIssue['code'];
  /** For people: what is wrong and what would be right. */
  readonly diagnostics: string;
  /** FHIRPath of each place concerned, such as `Bundle.entry[3].resource.subject.reference`. */
  readonly expression: readonly string[];
}
