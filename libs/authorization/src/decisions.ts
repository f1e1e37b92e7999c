/** How a payer can decide, in the order of the X12 278 action codes (HCR01). */
export const decisions = [
  'approved',
  'partially_approved',
  'denied',
  'modified',
  'contact_payer',
  'no_action_required',
] as const;
export type Decision = (typeof decisions)[number];

/** The decisions that let services be given. */
export const grants = ['approved', 'partially_approved', 'modified'] as const;
export type Grant = (typeof grants)[number];

/** What an action code of an X12 278 response (HCR01) means here: the command that records it, and the decision if it is one. */
export const hcrActions = {
  A1: { command: 'RecordDecision', decision: 'approved' },
  A2: { command: 'RecordDecision', decision: 'partially_approved' },
  A3: { command: 'RecordDecision', decision: 'denied' },
  A4: { command: 'RecordPend', decision: null },
  A6: { command: 'RecordDecision', decision: 'modified' },
  C: { command: 'CancelAuthorization', decision: null },
  CT: { command: 'RecordDecision', decision: 'contact_payer' },
  NA: { command: 'RecordDecision', decision: 'no_action_required' },
} as const satisfies Readonly<Record<string, { readonly command: string; readonly decision: Decision | null }>>;

export type HcrAction = keyof typeof hcrActions;

/** The event that each decision is. */
export const decisionEvents = {
  approved: 'AuthorizationApproved',
  partially_approved: 'AuthorizationPartiallyApproved',
  denied: 'AuthorizationDenied',
  modified: 'AuthorizationModified',
  contact_payer: 'AuthorizationContactPayer',
  no_action_required: 'AuthorizationNotRequiredByPayer',
} as const satisfies Readonly<Record<Decision, string>>;
