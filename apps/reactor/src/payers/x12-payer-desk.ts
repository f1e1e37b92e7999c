import {
  type Payer,
  PayerError,
  PayerHeldOff,
  PayerTimedOut,
  PayerUnreachable,
  RequestRejected,
  UnintelligibleAnswer,
} from '@referral/payer';
import type {
  AuthorizationInquiry,
  AuthorizationQuestion,
  CommandErrand,
  EligibilityQuestion,
  Outcome,
  PayerQuestion,
} from '@referral/processes';
import { derivedId, KeysUnavailable, StoreUnavailable } from '@referral/event-store';
import { Lanes } from '../lanes';
import type { CommandSender } from '../sending/command-sender';
import { NotTaken, type Sending } from '../sending/sending';
import {
  authorizationAnswered,
  authorizationSent,
  eligibilityAnswered,
  eligibilityAsked,
  serviceType,
} from './answer-commands';
import type { Clearinghouse } from './clearinghouse';
import type { Dossiers, Insured } from './dossiers';
import { PayerDesk } from './payer-desk';

/** Questions that are open at one payer at once; others wait for their turn. */
const AT_ONCE = 4;

/** Place of service code of CMS: an office. */
const office = '11';

/** What asking payers needs. */
export interface X12PayerDeskParts {
  readonly clearinghouse: Clearinghouse;
  readonly dossiers: Dossiers;
  readonly sender: CommandSender;
}

/** A payer, and how it knows the member. */
interface Known {
  readonly payer: Payer;
  readonly member: Insured['member'];
}

/** Asks by X12 documents. What tells who the member is exists only while a question is under way. */
export class X12PayerDesk extends PayerDesk {
  private readonly turns = new Map<string, Lanes>();

  constructor(private readonly parts: X12PayerDeskParts) {
    super();
  }

  async ask(sending: Sending<PayerQuestion>): Promise<Outcome> {
    const { errand, tenantId } = sending;
    const insured = await readable(() => this.parts.dossiers.insured(tenantId, errand.patientId, errand.coverageId));
    if (!insured) return { outcome: 'unanswered', why: 'member_unknown', mayPass: false };
    const { payerId, member } = insured;
    const known = { payer: this.parts.clearinghouse.of(payerId), member };
    return this.turnsOf(payerId).run(sending.errandId, () => this.answer(sending, known));
  }

  private async answer(sending: Sending<PayerQuestion>, known: Known): Promise<Outcome> {
    const { errand } = sending;
    try {
      switch (errand.kind) {
        case 'eligibility':
          return await this.eligibility({ ...sending, errand }, known);
        case 'authorization':
          return await this.authorization({ ...sending, errand }, known);
        case 'authorization_inquiry':
          return await this.inquiry({ ...sending, errand }, known);
      }
    } catch (error) {
      if (error instanceof PayerError)
        return { outcome: 'unanswered', why: wordFor(error), mayPass: error.mayBeSentAgain };
      throw error;
    }
  }

  private async eligibility(sending: Sending<EligibilityQuestion>, { payer, member }: Known): Promise<Outcome> {
    const { errand } = sending;
    const asked = await this.record(sending, 'asked', eligibilityAsked(errand));
    if (asked.outcome === 'refused') return asked;
    const { traceNumber, serviceDate } = errand;
    const { requester } = this.parts.clearinghouse;
    const request = { traceNumber, serviceDate, serviceTypes: [serviceType], member, requester };
    const answer = await payer.checkEligibility(request);
    const filed = await this.file(sending, eligibilityAnswered(errand, answer));
    return filed.outcome === 'refused' ? filed : { outcome: 'answered', said: answer.outcome };
  }

  private async authorization(sending: Sending<AuthorizationQuestion>, { payer, member }: Known): Promise<Outcome> {
    const { errand, tenantId } = sending;
    const { traceNumber, level, services, referralId } = errand;
    const diagnoses = await readable(() => this.parts.dossiers.diagnoses(tenantId, referralId));
    const answer = await payer.submitAuthorization({
      ...{ traceNumber, level, services, member, diagnoses, requester: this.parts.clearinghouse.requester },
      ...{ category: 'specialty_care', serviceType, placeOfService: office },
    });
    const sent = await this.record(sending, 'sent', authorizationSent(errand));
    if (sent.outcome === 'refused') return sent;
    const filed = await this.file(sending, authorizationAnswered(errand, answer));
    return filed.outcome === 'refused' ? filed : { outcome: 'answered', said: answer.outcome };
  }

  private async inquiry(sending: Sending<AuthorizationInquiry>, { payer, member }: Known): Promise<Outcome> {
    const { errand } = sending;
    const { traceNumber, payerReference } = errand;
    const { requester } = this.parts.clearinghouse;
    const answer = await payer.inquireAuthorization({ traceNumber, payerReference, member, requester });
    const filed = await this.file(sending, authorizationAnswered(errand, answer));
    return filed.outcome === 'refused' ? filed : { outcome: 'answered', said: answer.outcome };
  }

  /** A question that is asked again, because nobody knows whether its answer was recorded, may be answered in other words: those count too. */
  private file(sending: Sending, answer: CommandErrand): Promise<Outcome> {
    return this.record(sending, `answered-${derivedId(JSON.stringify(answer.body))}`, answer);
  }

  private record(sending: Sending, step: string, errand: CommandErrand): Promise<Outcome> {
    return this.parts.sender.send({ ...sending, errandId: `${sending.errandId}-${step}`, errand });
  }

  private turnsOf(payerId: string): Lanes {
    const turns = this.turns.get(payerId) ?? new Lanes(AT_ONCE);
    this.turns.set(payerId, turns);
    return turns;
  }
}

const wordFor = (error: PayerError): string => {
  if (error instanceof PayerUnreachable) return 'payer_unreachable';
  if (error instanceof PayerTimedOut) return 'payer_timed_out';
  if (error instanceof PayerHeldOff) return 'payer_held_off';
  if (error instanceof UnintelligibleAnswer) return 'answer_unintelligible';
  return error instanceof RequestRejected ? 'request_rejected' : 'request_unsayable';
};

/** Reads from the log; what it cannot tell now it may tell later. */
const readable = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof KeysUnavailable)
      throw new NotTaken(error.message, { cause: error });
    throw error;
  }
};
