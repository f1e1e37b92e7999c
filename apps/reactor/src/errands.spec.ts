import { describe, expect, it } from '@jest/globals';
import type { Errand, ProcessEvent } from '@referral/processes';
import type { RecordedEvent } from '@referral/eventsourcing';
import { Agenda, type Instance } from './agenda';
import { Errands } from './errands';
import { NoPayers } from './payers/payer-desk';
import { CommandSender } from './sending/command-sender';
import { RememberedLooking } from './testing/remembered-looking';
import { until } from './testing/until';
import { virtualTime } from './testing/virtual-time';

const streamId = 'keeping-p1';
const errand: Errand = { kind: 'command', category: 'parcel', id: 'p1', command: 'Return', body: {} };

/** An agenda on which something is written right after somebody has found nothing on it. */
class LateAgenda extends Agenda {
  private position = 0n;
  afterNothing: () => void = () => undefined;

  override instance(id: string): Instance | undefined {
    const found = super.instance(id);
    if (!found) queueMicrotask(this.afterNothing);
    return found;
  }

  add(event: Pick<ProcessEvent, 'type' | 'data'>): void {
    this.position += 1n;
    const metadata = { tenantId: 'default', correlationId: 'story', eventId: `event-${String(this.position)}` };
    const position = { commit: this.position, prepare: this.position };
    this.take({ ...event, streamId, position, metadata } as RecordedEvent<ProcessEvent>);
  }

  give(errandId: string): void {
    const because = { kind: 'timer', timerId: 'keep' } as const;
    this.add({ type: 'ErrandGiven', data: { errandId, errand, because } });
  }
}

class WillingSender extends CommandSender {
  readonly sent: string[] = [];

  send({ errandId }: Parameters<CommandSender['send']>[0]) {
    this.sent.push(errandId);
    return Promise.resolve({ outcome: 'done' } as const);
  }
}

describe('errands', () => {
  it('are run also when they are given at the moment at which nothing was left to do', async () => {
    const agenda = new LateAgenda();
    const sender = new WillingSender();
    const errands = new Errands({
      agenda,
      sender,
      payers: new NoPayers(),
      looking: new RememberedLooking(),
      time: virtualTime('2026-03-02T09:00:00Z'),
      signal: new AbortController().signal,
      onTrouble: () => undefined,
      settle: (_, errandId) => {
        agenda.add({ type: 'ErrandSettled', data: { errandId, outcome: 'done' } });
        return Promise.resolve();
      },
    });
    agenda.afterNothing = () => {
      agenda.afterNothing = () => undefined;
      agenda.give('second');
      errands.attend(streamId);
    };
    agenda.give('first');
    errands.attend(streamId);
    await until('both are run', () => sender.sent.length === 2);
    expect(sender.sent).toEqual(['first', 'second']);
  });
});
