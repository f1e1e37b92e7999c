import { Draws } from '../draws';
import { Story } from '../story';
import type { Telling } from '../step';
import { acting, documentOf, integration, staff } from '../world';

/** A message that is nothing for the desk, or one that nobody has looked at yet. */
export function* strayLife(name: string, number: number, at: number): Telling {
  const draws = new Draws(name, 'stray', number);
  const story = new Story(draws, at);
  const received = yield* story.tell('ReceiveIntakeItem', integration, {
    channel: draws.pick(['fax', 'email']),
    senderRaw: 'Synthetic sender, unknown',
    documents: [{ ...documentOf(draws, `stray-${number}`), kind: 'other' }],
  });
  if (received.kind === 'refused') return;
  story.wait(0.2, 30);
  const code = draws.pick(['spam', 'not_a_referral', 'wrong_recipient', 'illegible']);
  yield* story.tell('RejectIntakeItem', acting(draws.pick(staff.intake)), { reason: { code } }, { id: received.id });
}
