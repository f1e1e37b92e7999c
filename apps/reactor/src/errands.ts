import type { Errand, Outcome } from '@referral/processes';
import type { Agenda, Instance } from './agenda';
import { Lanes } from './lanes';
import { patiently, Stopped } from './patience';
import type { Looking } from './looking/looking';
import type { PayerDesk } from './payers/payer-desk';
import type { CommandSender } from './sending/command-sender';
import { NotTaken, type Sending } from './sending/sending';
import type { Time } from './time';

/** Commands and look-ups that are on their way at once. */
const AT_ONCE = 16;

/** Questions to payers that are on their way at once: many, since most of them wait for one that is slow. */
const QUESTIONS_AT_ONCE = 1_000;

/** Searches that are on their way at once: each reads a whole read model. */
const SEARCHES_AT_ONCE = 2;

/** What running errands needs. */
export interface ErrandsParts {
  readonly agenda: Agenda;
  readonly sender: CommandSender;
  readonly payers: PayerDesk;
  readonly looking: Looking;
  readonly time: Time;
  readonly signal: AbortSignal;
  readonly onTrouble: (message: string, error: unknown) => void;
  /** Lets the instance hear what became of an errand; resolves when that is on the record. */
  readonly settle: (instance: Instance, errandId: string, errand: Errand, outcome: Outcome) => Promise<void>;
}

/**
 * Runs the errands of all instances: those of one in order, those of others at the same time. One that nobody takes now is tried again
 * with growing pauses, and holds up no other instance.
 */
export class Errands {
  private readonly commands = new Lanes(AT_ONCE);
  private readonly questions = new Lanes(QUESTIONS_AT_ONCE);
  private readonly searches = new Lanes(SEARCHES_AT_ONCE);
  /** Every referral that comes in is asked about, one after the other: a death or a closed destination waits for none of them. */
  private readonly routings = new Lanes(1);
  private readonly atWork = new Set<string>();

  constructor(private readonly parts: ErrandsParts) {}

  /** Sees to it that the errands of an instance are run. */
  attend(streamId: string): void {
    const { signal, onTrouble } = this.parts;
    if (this.atWork.has(streamId) || signal.aborted) return;
    this.runAll(streamId).catch((error: unknown) => {
      if (!(error instanceof Stopped)) onTrouble(`errands of ${streamId} are left`, error);
    });
  }

  /** Whoever is given an errand later either finds this at work, and still looking, or begins anew. */
  private async runAll(streamId: string): Promise<void> {
    this.atWork.add(streamId);
    try {
      for (;;) {
        const instance = this.parts.agenda.instance(streamId);
        const [next] = Object.entries(instance?.state.errands ?? {});
        if (!instance || !next) return;
        const [errandId, errand] = next;
        const outcome = await this.run(instance, errandId, errand);
        await this.parts.settle(instance, errandId, errand, outcome);
      }
    } finally {
      this.atWork.delete(streamId);
    }
  }

  private run(instance: Instance, errandId: string, errand: Errand): Promise<Outcome> {
    const { time, signal, onTrouble } = this.parts;
    const { streamId, process, tenantId, correlationId, lastEventId: causationId } = instance;
    const sending = { errandId, errand, process, tenantId, correlationId, causationId };
    return patiently(() => this.sendOff(streamId, sending), {
      time,
      signal,
      mayPass: (error) => error instanceof NotTaken,
      onTrouble: (error) => onTrouble(`errand ${errandId} waits`, error),
    });
  }

  /** Whoever waits for a payer takes no turn from a command. */
  private sendOff(streamId: string, { errand, ...sending }: Sending): Promise<Outcome> {
    const { sender, payers, looking } = this.parts;
    switch (errand.kind) {
      case 'command':
        return this.commands.run(streamId, () => sender.send({ ...sending, errand }));
      case 'look_up':
        return this.commands.run(streamId, () => looking.look({ ...sending, errand }));
      case 'search':
      case 'consents':
        return this.searches.run(streamId, () => looking.look({ ...sending, errand }));
      case 'assignees':
        return this.routings.run(streamId, () => looking.look({ ...sending, errand }));
      case 'eligibility':
      case 'authorization':
      case 'authorization_inquiry':
        return this.questions.run(streamId, () => payers.ask({ ...sending, errand }));
    }
  }
}
