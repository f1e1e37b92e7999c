import type { AuthorizationAnswer, AuthorizationInquiry, AuthorizationRequest } from './authorization';
import type { EligibilityAnswer, EligibilityRequest } from './eligibility';

/**
 * One payer. Every call ends within the payer's time limit, and is sent at most once: whoever calls asks again with the same
 * request, whose trace number makes it the same one to the payer. Every call may throw a PayerError, and nothing else.
 */
export abstract class Payer {
  /** What the payer covers on a day. */
  abstract checkEligibility(request: EligibilityRequest): Promise<EligibilityAnswer>;

  /** Asks for an authorization; a pended answer is followed up with `inquireAuthorization`. */
  abstract submitAuthorization(request: AuthorizationRequest): Promise<AuthorizationAnswer>;

  /** What became of a pended request. */
  abstract inquireAuthorization(inquiry: AuthorizationInquiry): Promise<AuthorizationAnswer>;
}
