import { CommandRunner, InMemoryEventStore, type StoredEvent } from '@referral/event-store';
import { rateInFlight } from './in-flight';
import type { Ledger } from './ledger';
import { life } from './referral-life';
import { commandOf, referralIdOf, run } from './traffic';

/** Events of one whole life: a receipt makes two, every other command one. */
export const lifeLength = life.length + 1;

/**
 * Writes the whole lives of referrals, numbered from `first` on, as the runner decides and seals them: so many events of each at a
 * time, in turn, as work on a referral comes in spells.
 */
export const seed = async ({ store, codec }: Ledger, first: number, count: number, atATime: number): Promise<void> => {
  const decided = new InMemoryEventStore();
  const runner = new CommandRunner({ store: decided, codec, soleWriter: true });
  const lives: StoredEvent[][] = [];
  for (let number = first; number < first + count; number += 1) {
    for (const step of life) await run(runner, commandOf(number, step));
    const events: StoredEvent[] = [];
    for await (const event of decided.readStream(`referral-${referralIdOf(number)}`)) events.push(event);
    lives.push(events);
  }
  for (let from = 0; from < lifeLength; from += atATime)
    await rateInFlight(count, 32, async (index) => {
      const spell = lives[index]?.slice(from, from + atATime) ?? [];
      const [{ streamId } = { streamId: '' }] = spell;
      await store.append(streamId, spell, from === 0 ? 'no_stream' : BigInt(from - 1));
    });
};
