import { describe, expect, it } from '@jest/globals';
import { EventCodec, InMemoryEventStore, InMemoryPatientKeys } from '@referral/event-store';
import { type AuthorizationAnswer, type EligibilityAnswer, Payer } from '@referral/payer';
import type { CommandErrand, EligibilityQuestion, Outcome } from '@referral/processes';
import { CommandSender } from '../sending/command-sender';
import { NotTaken, type Sending } from '../sending/sending';
import { Clearinghouse } from './clearinghouse';
import { Dossiers, type Insured } from './dossiers';
import { X12PayerDesk } from './x12-payer-desk';

/** Whose member everybody is. */
class KnownMember extends Dossiers {
  override insured(): Promise<Insured> {
    const member = { memberId: 'M-1', lastName: 'Example', firstName: 'Synthetic', birthDate: '1980-02-29' };
    return Promise.resolve({ payerId: 'payer-1', member });
  }
}

/** A payer that gives each of its answers a number of its own. */
class NumberingPayer extends Payer {
  private answers = 0;

  checkEligibility(): Promise<EligibilityAnswer> {
    this.answers += 1;
    return Promise.resolve({
      outcome: 'active',
      serviceCovered: true,
      network: 'in',
      authRequired: 'no',
      asOfDate: '2026-03-02',
      validThrough: '2026-03-31',
      sourceRef: `answer-${this.answers}`,
      raw: '',
    });
  }

  submitAuthorization(): Promise<AuthorizationAnswer> {
    return Promise.reject(new TypeError('nobody asks for that'));
  }

  inquireAuthorization(): Promise<AuthorizationAnswer> {
    return Promise.reject(new TypeError('nobody asks for that'));
  }
}

class OnePayer extends Clearinghouse {
  private readonly payer = new NumberingPayer();

  override of(): Payer {
    return this.payer;
  }
}

/** Takes each key for one body alone, as the HTTP interface does, and loses its answer to the first answer of a payer. */
class ForgetfulSender extends CommandSender {
  readonly taken = new Map<string, CommandErrand>();
  private lost = false;

  send({ errandId, errand }: Sending<CommandErrand>): Promise<Outcome> {
    const known = this.taken.get(errandId);
    if (known && JSON.stringify(known.body) !== JSON.stringify(errand.body))
      return Promise.resolve({ outcome: 'refused', code: 'IDEMPOTENCY_KEY_REUSED' });
    this.taken.set(errandId, errand);
    if (errand.command !== 'VerifyEligibility' || this.lost) return Promise.resolve({ outcome: 'done' });
    this.lost = true;
    return Promise.reject(new NotTaken('there is no answer'));
  }
}

const settings = {
  url: 'http://127.0.0.1:1',
  requester: { npi: '1234567893', name: 'Referral coordination' },
  sender: '1234567893',
  receiver: 'CLEARINGHOUSE',
  traceOriginator: '9234567893',
  usage: 'test',
} as const;

const errand: EligibilityQuestion = {
  kind: 'eligibility',
  traceNumber: 'trace-1',
  referralId: 'referral-1',
  patientId: 'patient-1',
  coverageId: 'coverage-1',
  serviceDate: '2026-03-16',
  failures: 0,
};

describe('a question to a payer', () => {
  it('is answered when it is asked again, also in other words, because nobody heard whether the first answer was recorded', async () => {
    const codec = new EventCodec({ aggregates: [], keys: new InMemoryPatientKeys() });
    const sender = new ForgetfulSender();
    const desk = new X12PayerDesk({
      clearinghouse: new OnePayer(settings, () => '2026-03-02T09:00:00.000Z'),
      dossiers: new KnownMember(new InMemoryEventStore(), codec),
      sender,
    });
    const conversation = { tenantId: 'default', correlationId: 'story', causationId: 'story' };
    const sending = { errandId: 'coverage-referral-1-0', errand, process: 'coverage', ...conversation };
    await expect(desk.ask(sending)).rejects.toBeInstanceOf(NotTaken);
    expect(await desk.ask(sending)).toEqual({ outcome: 'answered', said: 'active' });
    const filed = [...sender.taken.values()].filter(({ command }) => command === 'VerifyEligibility');
    expect(filed.map(({ body }) => body['sourceRef'])).toEqual(['answer-1', 'answer-2']);
  });
});
