import type { Errand, Outcome } from '@referral/processes';
import type { Agenda, Instance } from './agenda';
import { Lanes } from './lanes';
import { patiently, Stopped } from './patience';
import type { CommandSender } from './sending/command-sender';
import { NotTaken } from './sending/command-sender';
import type { Time } from './time';

/** Errands that are on their way at once. */
const AT_ONCE = 16;

/** What running errands needs. */
export interface ErrandsParts {
  readonly agenda: Agenda;
  readonly sender: CommandSender;
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
  private readonly lanes = new Lanes(AT_ONCE);
  private readonly atWork = new Set<string>();

  constructor(private readonly parts: ErrandsParts) {}

  /** Sees to it that the errands of an instance are run. */
  attend(streamId: string): void {
    const { signal, onTrouble } = this.parts;
    if (this.atWork.has(streamId) || signal.aborted) return;
    this.atWork.add(streamId);
    this.runAll(streamId)
      .catch((error: unknown) => {
        if (!(error instanceof Stopped)) onTrouble(`errands of ${streamId} are left`, error);
      })
      .finally(() => this.atWork.delete(streamId));
  }

  private async runAll(streamId: string): Promise<void> {
    for (;;) {
      const instance = this.parts.agenda.instance(streamId);
      const [next] = Object.entries(instance?.state.errands ?? {});
      if (!instance || !next) return;
      const [errandId, errand] = next;
      const outcome = await this.run(instance, errandId, errand);
      await this.parts.settle(instance, errandId, errand, outcome);
    }
  }

  private run(instance: Instance, errandId: string, errand: Errand): Promise<Outcome> {
    const { sender, time, signal, onTrouble } = this.parts;
    const { streamId, process, tenantId, correlationId, lastEventId: causationId } = instance;
    const sending = { errandId, errand, process, tenantId, correlationId, causationId };
    return patiently(() => this.lanes.run(streamId, () => sender.send(sending)), {
      time,
      signal,
      mayPass: (error) => error instanceof NotTaken,
      onTrouble: (error) => onTrouble(`errand ${errandId} waits`, error),
    });
  }
}
