/** Where a referral can stand, and what that means. */
export const stages = {
  draft: { terminal: false, meaning: 'An outgoing or portal referral is being composed.' },
  received: { terminal: false, meaning: 'It is in our hands; nothing is decided.' },
  awaiting_information: { terminal: false, meaning: 'It waits for missing items before triage.' },
  in_triage: { terminal: false, meaning: 'It is under clinical or criteria review.' },
  accepted: { terminal: false, meaning: 'It is accepted for work-up and not booked.' },
  scheduled: { terminal: false, meaning: 'At least one appointment is booked.' },
  visit_missed: { terminal: false, meaning: 'The patient did not come; someone must decide about rebooking.' },
  visit_cancelled: { terminal: false, meaning: 'The appointment was cancelled; someone must decide about rebooking.' },
  visit_completed: { terminal: false, meaning: 'The patient was seen; the report is awaited.' },
  report_received: { terminal: false, meaning: 'The report is in; the referrer has yet to acknowledge it.' },
  cancellation_requested: { terminal: false, meaning: 'One side asked to cancel; the other has not confirmed.' },
  closed: { terminal: true, meaning: 'It is finished, with an outcome.' },
  declined: { terminal: true, meaning: 'The receiving side will not take it.' },
  cancelled: { terminal: true, meaning: 'It was withdrawn, and that was confirmed.' },
  expired: { terminal: true, meaning: 'Its validity ended before it was fulfilled.' },
  superseded: { terminal: true, meaning: 'Another referral replaces it.' },
  entered_in_error: { terminal: true, meaning: 'It should never have existed.' },
} as const;

export type Stage = keyof typeof stages;

/** True for a stage in which the work has ended. */
export const isTerminal = (stage: Stage): boolean => stages[stage].terminal;

/** The stages in which a referral is still worked on. */
export const openStages: readonly Stage[] = (Object.keys(stages) as Stage[]).filter((stage) => !isTerminal(stage));

/** Stages into which a finished referral can be reopened. */
export const reopenableStages = ['received', 'accepted', 'visit_completed', 'report_received'] as const;
export type ReopenableStage = (typeof reopenableStages)[number];
