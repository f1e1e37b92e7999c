/** How a payer is asked about a coverage. */
export const eligibilityMethods = ['x12_270', 'fhir', 'portal', 'phone'] as const;
export type EligibilityMethod = (typeof eligibilityMethods)[number];

/** Whether an authorization is needed, as Da Vinci CRD answers it. */
export const authorizationNeeds = [
  'required',
  'not_required',
  'performer_must_request',
  'conditional',
  'satisfied',
] as const;
export type AuthorizationNeed = (typeof authorizationNeeds)[number];

/** On what the answer rests. */
export const authorizationBases = ['plan_rule', 'payer_response', 'crd', 'phone'] as const;
export type AuthorizationBasis = (typeof authorizationBases)[number];

/** The states of a prior authorization, as its own stream tells them (domain.md 3.11). */
export const authorizationStates = [
  'draft',
  'submitted',
  'pended',
  'info_submitted',
  'approved',
  'partially_approved',
  'modified',
  'denied',
  'no_action_required',
  'contact_payer',
  'peer_to_peer',
  'appeal_filed',
  'overturned',
  'upheld',
  'expired',
  'exhausted',
  'cancelled',
] as const;
export type AuthorizationState = (typeof authorizationStates)[number];

/** What a patient can be offered whose coverage does not pay. */
export const coverageOptions = [
  'alternative_service',
  'alternative_provider',
  'self_pay',
  'payment_plan',
  'financial_assistance',
  'appeal',
] as const;
export type CoverageOption = (typeof coverageOptions)[number];

/** What the patient decided. `out_of_network`: to be seen outside the network of the plan all the same. */
export const coverageChoices = [...coverageOptions, 'out_of_network', 'wait', 'decline_service'] as const;
export type CoverageChoice = (typeof coverageChoices)[number];

/** Whether a destination takes patients, as the directory tells it. */
export const destinationStatuses = [
  'open',
  'limited',
  'waitlist',
  'assessment_required',
  'closed',
  'suspended',
  'retired',
] as const;
export type DestinationStatus = (typeof destinationStatuses)[number];
