/** Where a prior authorization can stand, and what that means. */
export const authorizationStages = {
  draft: { meaning: 'It is being put together.' },
  submitted: { meaning: 'The payer has it; its clock runs.' },
  pended: { meaning: 'The payer asks for more before it decides.' },
  info_submitted: { meaning: 'The payer has what it asked for.' },
  approved: { meaning: 'The payer agreed to all of it.' },
  partially_approved: { meaning: 'The payer agreed to less than was asked.' },
  modified: { meaning: 'The payer agreed to something else.' },
  denied: { meaning: 'The payer refused.' },
  no_action_required: { meaning: 'The payer says that none is needed.' },
  contact_payer: { meaning: 'The payer wants to be asked in person.' },
  peer_to_peer: { meaning: 'A clinician talks to a clinician of the payer.' },
  appeal_filed: { meaning: 'The refusal is appealed.' },
  overturned: { meaning: 'The refusal is taken back; the approval is yet to come.' },
  upheld: { meaning: 'The refusal stands.' },
  expired: { meaning: 'Its validity ended.' },
  exhausted: { meaning: 'All that was approved is used.' },
  cancelled: { meaning: 'It was withdrawn.' },
} as const;

export type AuthorizationStage = keyof typeof authorizationStages;

/** The stages in which services can be given under it. */
export const usableStages = ['approved', 'partially_approved', 'modified'] as const;
export type UsableStage = (typeof usableStages)[number];

/** The stages in which the payer is to decide. */
export const undecidedStages = ['submitted', 'pended', 'info_submitted', 'contact_payer'] as const;
