/** What a dispute is about. */
export const disputeSubjects = ['necessity', 'urgency', 'destination'] as const;
export type DisputeSubject = (typeof disputeSubjects)[number];

export const disputePositions = ['necessary', 'not_necessary', 'modify'] as const;
export type DisputePosition = (typeof disputePositions)[number];

export const disputeOutcomes = ['proceed', 'proceed_modified', 'withdraw', 'second_opinion'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

/** Who told that a patient has died. */
export const deathSources = ['patient_record', 'family', 'provider', 'payer'] as const;
export type DeathSource = (typeof deathSources)[number];
