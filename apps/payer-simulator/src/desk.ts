import { answerDocument, rejected, type Said } from './answer-document';
import { caseOf } from './pended-case';
import { type Question, questionIn } from './question';
import { approved, pended, sayAuthorization } from './say-authorization';
import { sayEligibility } from './say-eligibility';
import { type Manner, type ScenarioName, scenarioOf, scenarios } from './scenarios';

/** How the simulated payer behaves. */
export interface DeskSettings {
  /** Scenario of members whose id begins with no scenario's name. */
  readonly otherwise: ScenarioName;
  /** Delay of a slow answer, from the first request on, ms. */
  readonly slowMs: number;
  /** A pended case is decided once it is so old (ms), or with so many inquiries, whichever comes first. */
  readonly pendMs: number;
  readonly pendInquiries: number;
  /** The current instant, ms. */
  readonly clock: () => number;
}

/** A document and how it is to be delivered. */
export interface Reply {
  readonly scenario: ScenarioName;
  readonly traceNumber: string;
  readonly manner: Manner;
  readonly document: string;
  /** Not before this instant, ms. */
  readonly readyAt: number;
}

/** Replies that are kept for requests that come again. */
const mostKept = 10_000;

/** Answers requests: the same trace number gets the same answer for as long as it is kept. */
export class Desk {
  private readonly kept = new Map<string, Reply>();
  private readonly inquiries = new Map<string, number>();

  constructor(private readonly settings: DeskSettings) {}

  /** Throws a NotAQuestion or an UnintelligibleAnswer for a document that is no request. */
  reply(text: string): Reply {
    const question = questionIn(text);
    const key = `${question.kind} ${question.traceNumber}`;
    const known = this.kept.get(key);
    if (known) return known;
    const reply = this.answer(question);
    this.kept.set(key, reply);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return reply;
  }

  private answer(question: Question): Reply {
    const { otherwise, slowMs, clock } = this.settings;
    const now = clock();
    const name = scenarioOf(question.memberId, otherwise);
    const { manner } = scenarios[name];
    return {
      scenario: name,
      traceNumber: question.traceNumber,
      manner,
      document: answerDocument(question, this.say(question, name, now), now),
      readyAt: manner === 'slow' ? now + slowMs : now,
    };
  }

  private say(question: Question, name: ScenarioName, now: number): Said {
    const { eligibility, authorization, rejection } = scenarios[name];
    if (rejection) return rejected(question, rejection);
    switch (question.kind) {
      case 'eligibility':
        return sayEligibility(question, eligibility);
      case 'authorization':
        return sayAuthorization(question, authorization, now);
      case 'inquiry':
        return this.sayOfCase(question, now);
    }
  }

  private sayOfCase(question: Question, now: number): Said {
    const { payerReference } = question;
    const { pendMs, pendInquiries } = this.settings;
    const found = caseOf(payerReference);
    // Required application data missing; correct and resubmit.
    if (!found) return rejected(question, ['15', 'C']);
    const asked = (this.inquiries.get(payerReference) ?? 0) + 1;
    this.inquiries.set(payerReference, asked);
    const decided = asked >= pendInquiries || now >= found.receivedAt + pendMs;
    return decided ? approved(question, found, payerReference) : pended(question, payerReference);
  }
}
