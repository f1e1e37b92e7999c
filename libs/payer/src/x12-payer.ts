import type { AuthorizationAnswer, AuthorizationInquiry, AuthorizationRequest } from './authorization';
import type { EligibilityAnswer, EligibilityRequest } from './eligibility';
import { exchange } from './http/exchange';
import type { Guard } from './http/guard';
import { Payer } from './payer';
import { eligibilityInquiry } from './x12/eligibility-inquiry';
import { eligibilityResponse } from './x12/eligibility-response';
import type { Partner } from './x12/partner';
import { reviewInquiry } from './x12/review-inquiry';
import { reviewRequest } from './x12/review-request';
import { inquiryResponse, reviewResponse } from './x12/review-response';

/** Where a payer is, how it is addressed, and how long it may take. */
export interface X12PayerSettings {
  readonly url: string;
  readonly partner: Partner;
  readonly timeoutMs: number;
  readonly guard: Guard;
  /** The current instant, ISO 8601 in UTC. */
  readonly clock: () => string;
}

/** A payer that is asked by X12 documents over HTTP: 270 and 278 posted, 271 and 278 in the response. */
export class X12Payer extends Payer {
  constructor(private readonly settings: X12PayerSettings) {
    super();
  }

  async checkEligibility(request: EligibilityRequest): Promise<EligibilityAnswer> {
    const { partner, clock } = this.settings;
    return eligibilityResponse(await this.send(eligibilityInquiry(request, partner, clock())), request);
  }

  async submitAuthorization(request: AuthorizationRequest): Promise<AuthorizationAnswer> {
    const { partner, clock } = this.settings;
    return reviewResponse(await this.send(reviewRequest(request, partner, clock())), request);
  }

  async inquireAuthorization(inquiry: AuthorizationInquiry): Promise<AuthorizationAnswer> {
    const { partner, clock } = this.settings;
    return inquiryResponse(await this.send(reviewInquiry(inquiry, partner, clock())), inquiry);
  }

  private send(document: string): Promise<string> {
    const { url, timeoutMs, guard } = this.settings;
    return guard(() => exchange(url, document, timeoutMs));
  }
}
