/** A rule that a command can break: its number in the domain's list, the code that it answers, the HTTP status, and a sentence. */
export interface Invariant {
  /** `null` for codes of shape and identity that have no number. */
  readonly id: `I${number}` | null;
  readonly status: 400 | 403 | 404 | 409 | 412 | 422;
  readonly sentence: string;
}

const invariant = (id: Invariant['id'], status: Invariant['status'], sentence: string): Invariant => ({
  id,
  status,
  sentence,
});

/** Every code that a command about a referral can be refused with. */
export const invariants = {
  VALIDATION_FAILED: invariant(null, 400, 'A command has the fields of its description and no others.'),
  REFERRAL_NOT_FOUND: invariant(null, 404, 'The referral exists.'),
  APPOINTMENT_NOT_FOUND: invariant(null, 404, 'The appointment was booked under this referral.'),
  INFORMATION_REQUEST_NOT_FOUND: invariant(null, 404, 'The information was asked for under this referral.'),
  DOCUMENT_NOT_FOUND: invariant(null, 404, 'The document belongs to this referral.'),
  PACKAGE_NOT_FOUND: invariant(null, 404, 'The package was composed under this referral.'),
  TRANSMISSION_NOT_FOUND: invariant(null, 404, 'The transmission was asked for under this referral.'),
  SUCCESSOR_REQUIRED: invariant(null, 422, 'A redirect to a new referral names it.'),
  CO_SIGNATURE_REQUIRED: invariant(null, 422, 'What was sent out is called an error by a lead and a privacy officer.'),
  CONTRADICTS_RECORD: invariant(null, 409, 'A fact that is on the record is not told again in another way.'),
  MISSED_VISIT_POLICY: invariant(null, 422, 'After too many missed visits a referral is reviewed before it is booked.'),
  IDEMPOTENCY_KEY_REUSED: invariant('I02', 422, 'One idempotency key stands for one command with one content.'),
  REVISION_MISMATCH: invariant('I01', 412, 'The referral is at the revision that the command expects.'),
  ILLEGAL_TRANSITION: invariant('I03', 409, 'The stage of the referral allows the command.'),
  ROLE_NOT_PERMITTED: invariant('I04', 403, 'A command needs one of the roles of its description.'),
  NOT_YOUR_SIDE: invariant('I04', 403, 'A partner acts only for the side that its organisation owns.'),
  REFERRAL_TERMINAL: invariant(
    'I05',
    409,
    'A finished referral accepts notes, corrections, late documents and a reopening only.',
  ),
  DUPLICATE_EXTERNAL_ID: invariant('I06', 409, 'One external identifier stands for one referral.'),
  URGENCY_REQUIRED: invariant('I07', 422, 'Urgency is set before a referral is accepted.'),
  URGENCY_DOWNGRADE_FORBIDDEN: invariant('I08', 403, 'Only a clinical reviewer lowers urgency.'),
  INCOMPLETE_REFERRAL: invariant('I09', 422, 'Triage needs a complete referral or an approved override.'),
  AUTHORIZATION_NOT_IN_FORCE: invariant(
    'I10',
    422,
    'A visit is booked when no authorization is needed or one is usable.',
  ),
  AUTHORIZATION_UNITS_EXHAUSTED: invariant('I11', 422, 'A visit is booked while authorized units remain.'),
  ELIGIBILITY_STALE: invariant('I12', 422, 'Eligibility was verified close enough to the date of the visit.'),
  COVERAGE_DECISION_REQUIRED: invariant('I13', 422, 'Without coverage the patient decides before a visit is booked.'),
  DESTINATION_NOT_AVAILABLE: invariant('I14', 422, 'A visit is booked where patients are taken.'),
  OUT_OF_NETWORK_DECISION_REQUIRED: invariant('I14', 422, 'Outside the network the patient decides first.'),
  OUTSIDE_VALIDITY: invariant('I15', 422, 'A visit lies within the validity of its referral and its authorization.'),
  APPOINTMENT_OVERLAP: invariant('I16', 409, 'Two active appointments of a referral do not overlap.'),
  INTERPRETER_NOT_ARRANGED: invariant('I17', 422, 'A visit of a patient who needs an interpreter is booked with one.'),
  VISIT_NOT_DUE: invariant('I18', 422, 'What became of a visit is told after its start.'),
  OUTCOME_ALREADY_RECORDED: invariant('I19', 409, 'An appointment has one final outcome.'),
  DOCUMENT_NOT_CLEAN: invariant('I20', 422, 'Only documents that were scanned and found clean are sent.'),
  MINIMUM_NECESSARY_REVIEW_REQUIRED: invariant(
    'I21',
    422,
    'What is not sent for treatment was reviewed for what is necessary.',
  ),
  CONSENT_REQUIRED: invariant('I22', 403, 'Sensitive content is covered by a consent or a documented exception.'),
  PART2_NOTICE_MISSING: invariant(
    'I23',
    422,
    'Part 2 content goes with its notice and the consent or a statement of its scope.',
  ),
  ADDRESS_UNVERIFIED: invariant('I24', 422, 'An address was verified not too long before something is sent to it.'),
  PATIENT_MISMATCH: invariant('I25', 409, 'A document is about the patient of the referral.'),
  REPORT_PREDATES_REFERRAL: invariant('I26', 422, 'The report was written after the referral was registered.'),
  LOOP_EVIDENCE_MISSING: invariant('I27', 422, 'A loop is closed by a final report that its referrer acknowledged.'),
  OUTREACH_NOT_EXHAUSTED: invariant(
    'I28',
    422,
    'Unable to contact means that outreach is exhausted and the referrer knows.',
  ),
  REASON_REQUIRED: invariant('I31', 422, 'Who ends, undoes or reopens something says why.'),
  COMMENT_REQUIRED: invariant('I31', 422, 'Some reasons need words of their own.'),
  BACKDATE_NOT_ALLOWED: invariant(
    'I34',
    422,
    'Effective times lie between the registration and now, within the limits.',
  ),
  CHRONOLOGY_VIOLATION: invariant('I35', 422, 'What follows takes effect after what it follows, unless entered late.'),
  APPOINTMENTS_STILL_ACTIVE: invariant('I30', 409, 'With its referral every appointment to come is cancelled.'),
  CLOCK_NOT_PAUSABLE: invariant('I32', 422, 'A hold pauses only the clocks that its reason may pause.'),
  HOLD_ALREADY_OPEN: invariant('I33', 409, 'A referral has at most one open hold for one reason.'),
  DISPUTE_OPEN: invariant('I36', 409, 'While a dispute is open nothing is booked or closed as fulfilled.'),
  RESOLVER_CONFLICT: invariant('I37', 403, 'A dispute is resolved by someone who is no party to it.'),
  ALREADY_CLAIMED: invariant('I38', 409, 'A referral is claimed when nobody has it and no other team does.'),
  ASSIGNEE_NOT_ELIGIBLE: invariant('I39', 422, 'An assignee is active, trained, in scope and under capacity.'),
  NO_COVERAGE_BASIS: invariant('I40', 422, 'One stands in within a recorded absence or a declared surge.'),
  INTERPRETER_NOT_QUALIFIED: invariant('I41', 422, 'An unqualified interpreter needs a recorded exception.'),
  PATIENT_DECEASED: invariant('I42', 409, 'For a patient who has died nothing is offered, booked or begun.'),
  REPORT_CHASE_NOT_EXHAUSTED: invariant(null, 422, 'The report was asked for as often as the policy wants, in vain.'),
  VALIDITY_NOT_ENDED: invariant(null, 422, 'A referral expires when its validity has ended.'),
  HOLD_BLOCKS_BOOKING: invariant(null, 422, 'No visit is booked while a hold or a barrier stands in its way.'),
  REMINDER_NOT_DUE: invariant(null, 422, 'A reminder fires when it is due.'),
  BARRIER_NOT_FOUND: invariant(null, 404, 'The barrier was identified under this referral.'),
  OFFER_NOT_FOUND: invariant(null, 404, 'The time was offered under this referral.'),
  CONSULT_NOTE_NOT_FOUND: invariant(null, 404, 'The note was filed under this referral.'),
  FOLLOW_UP_NOT_FOUND: invariant(null, 404, 'The follow-up was planned under this referral.'),
  HOLD_NOT_FOUND: invariant(null, 404, 'The hold was placed on this referral.'),
  ESCALATION_NOT_FOUND: invariant(null, 404, 'The referral was escalated.'),
  REMINDER_NOT_FOUND: invariant(null, 404, 'The reminder was set under this referral.'),
  DISPUTE_NOT_FOUND: invariant(null, 404, 'The dispute was raised about this referral.'),
  READ_ONLY_ROLE: invariant('I45', 403, 'The compliance role reads and changes nothing.'),
  SELF_APPROVAL: invariant('I46', 403, 'An exception to a routine referral is approved by a second person.'),
  REPEAT_WITHOUT_CHANGE: invariant('I52', 422, 'Who has declined is asked again with something new, or later.'),
  VISIT_LIMIT_REACHED: invariant('I51', 422, 'No more visits are booked than were requested or authorized.'),
} as const;

export type InvariantCode = keyof typeof invariants;
