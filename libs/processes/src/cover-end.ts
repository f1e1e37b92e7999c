import { EndCover, type Referral, referralAggregate, type ReferralEvent } from '@referral/referral';
import { send } from './errand';
import { clearTimer, type Process, setTimer } from './process';
import { referralSubject } from './subjects/referral';

/** Ends the standing in for a coordinator when the time for it is over. */
export const coverEnd: Process<Referral, ReferralEvent> = {
  name: 'coverend',
  subject: referralSubject,
  react: (trigger, referral) => {
    if (referral.stage === 'none' || trigger.kind === 'outcome') return [];
    const { cover } = referral.facets;
    if (!cover) return [clearTimer('end')];
    if (trigger.kind === 'fact') return [setTimer('end', cover.until)];
    return [send(referralAggregate, referral.registration.referralId, EndCover, { coveringId: cover.coveringId })];
  },
};
