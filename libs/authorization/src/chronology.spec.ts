import { describe, it } from '@jest/globals';
import type { AuthorizationCommand } from './commands/authorization-command';
import * as testing from './testing';

const { at, backdated, changed, given, histories } = testing;
const { appeal, approve, cancel, decideAppeal, inform, pend, requestTalk, submit } = testing;

/** One order for each stage that others follow, and the stage. */
const steps = [
  ['contact_payer', changed(submit, { submissionId: 'submission-2' })],
  ['info_submitted', pend],
  ['pended', inform],
  ['pended', approve],
  ['denied', requestTalk],
  ['denied', appeal],
  ['appeal_filed', decideAppeal],
  ['approved', cancel],
] as const;

describe('what follows takes effect after what it follows', () => {
  it.each(steps)('%s', (stage, order) => {
    const history = histories[stage];
    const since = Date.parse(history.at(-1)?.occurredAt ?? '');
    const moment = (milliseconds: number) => new Date(since + milliseconds).toISOString();
    given(...history)
      .when(backdated(at<AuthorizationCommand>(order, moment(60_000)), moment(-1)))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
