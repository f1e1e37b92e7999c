import type { Telling } from '../step';
import type { ReferralCase } from './referral-case';
import type { Goes } from './referral';
import { loopClosed } from './report';

/** The referrer gets the report and answers it: the loop is closed. Now and then it is opened again. */
export function* closing(one: ReferralCase): Telling<Goes> {
  const { draws, story, coordinator } = one;
  story.wait(0.5, 12);
  yield* one.tell('ForwardReportToReferrer', coordinator, { to: one.office });
  story.wait(4, 80);
  const disposition = draws.share({ no_further_action: 60, follow_up_ordered: 25, patient_contacted: 15 });
  yield* one.tell('AcknowledgeReport', one.officeDesk, {
    by: one.officeDesk.userId,
    disposition,
    followUps: disposition === 'follow_up_ordered' ? ['Synthetic: control in six months'] : [],
  });
  story.tick(0.1, 20).wait(0, 1);
  yield* one.tell('CloseReferral', coordinator, loopClosed);
  if (one.fate === 'reopened') yield* reopened(one);
  return 'no_further';
}

function* reopened(one: ReferralCase): Telling {
  const { story, lead, coordinator } = one;
  story.wait(24, 240);
  yield* one.tell('ReopenReferral', lead, {
    toStage: 'report_received',
    reason: { code: 'closed_in_error', comment: 'A follow-up was overlooked.' },
  });
  story.wait(4, 40);
  yield* one.tell('AddNote', coordinator, {
    text: 'Synthetic note: the control visit is booked.',
    visibility: 'partner',
  });
  story.wait(4, 40);
  yield* one.tell('CloseReferral', coordinator, loopClosed);
}
