import { randomUUID } from 'node:crypto';
import {
  type AuthorizationAnswer,
  type EligibilityAnswer,
  type Payer,
  Payers,
  type PayerSettings,
  procedure,
} from '@referral/payer';
import type { RunningSimulator } from './simulator';

/** Somebody who asks the simulator through the port. */
export interface Asking {
  readonly eligibility: (memberId: string, traceNumber?: string) => Promise<EligibilityAnswer>;
  readonly authorization: (memberId: string, traceNumber?: string) => Promise<AuthorizationAnswer>;
  readonly inquiry: (memberId: string, payerReference: string, traceNumber?: string) => Promise<AuthorizationAnswer>;
}

const requester = { npi: '1234567893', name: 'Synthetic Coordination Desk' };

const member = (memberId: string) =>
  ({ memberId, lastName: 'Example', firstName: 'Sample', birthDate: '1980-02-29', sex: 'F' }) as const;

const payerAt = (url: string, more: Partial<PayerSettings>): Payer => {
  const settings = {
    ...{ url, sender: 'LEDGER', receiver: 'SYNTHPAYER', payerId: 'SYN01', payerName: 'Synthetic Health Plan' },
    ...{ traceOriginator: '9000000001', usage: 'test' as const, failuresUntilOpen: 1_000 },
    ...more,
  };
  const payer = new Payers([settings], () => new Date().toISOString()).of('SYN01');
  if (!payer) throw new Error('The payer is not there.');
  return payer;
};

/** Asks with synthetic members, each time as a new request unless a trace number is given. */
export const asking = ({ url }: RunningSimulator, more: Partial<PayerSettings> = {}): Asking => {
  const payer = payerAt(url, more);
  return {
    eligibility: (memberId, traceNumber = randomUUID()) =>
      payer.checkEligibility({
        ...{ traceNumber, member: member(memberId), requester },
        ...{ serviceDate: '2026-11-16', serviceTypes: ['3', '98'] },
      }),
    authorization: (memberId, traceNumber = randomUUID()) =>
      payer.submitAuthorization({
        ...{ traceNumber, member: member(memberId), requester, level: 'standard', category: 'specialty_care' },
        ...{ serviceType: '3', placeOfService: '11', diagnoses: [] },
        services: [
          { code: procedure('99244'), units: 3, from: '2026-11-16', to: '2027-02-16' },
          { code: procedure('G0463'), units: 2, from: '2026-11-16', to: '2027-02-16' },
        ],
      }),
    inquiry: (memberId, payerReference, traceNumber = randomUUID()) =>
      payer.inquireAuthorization({ traceNumber, payerReference, member: member(memberId), requester }),
  };
};
