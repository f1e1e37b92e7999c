import { sameParty } from '@referral/values';
import type { ContactAttempted, OutreachExhausted, StatusUpdateGiven } from '../events/outreach';
import type { RegisteredReferral } from '../referral';
import { withFacets } from './move';

const attempted = (referral: RegisteredReferral, { data, occurredAt }: ContactAttempted): RegisteredReferral => {
  const { outreach } = referral.facets;
  const { attemptId, party, channel, outcome, countsTowardPolicy: counted } = data;
  const attempt = { attemptId, party, channel, outcome, counted, at: occurredAt, cycle: referral.cycle };
  const patientSide = party === 'patient' || party === 'proxy';
  const reached = patientSide && (outcome === 'reached' || outcome === 'replied');
  return withFacets(referral, {
    outreach: {
      ...outreach,
      attempts: [...outreach.attempts, attempt],
      reachedAt: outreach.reachedAt ?? (reached ? occurredAt : null),
    },
  });
};

const informed = (referral: RegisteredReferral, { data, occurredAt }: StatusUpdateGiven): RegisteredReferral => {
  const { outreach, statusUpdates } = referral.facets;
  const { to, status, channel } = data;
  const toReferrer = sameParty(to, referral.registration.referringParty);
  const exhausted = outreach.exhausted && {
    ...outreach.exhausted,
    noticeToReferrerAt: outreach.exhausted.noticeToReferrerAt ?? (toReferrer ? occurredAt : null),
  };
  return withFacets(referral, {
    outreach: { ...outreach, exhausted },
    statusUpdates: [
      ...statusUpdates.filter((known) => !sameParty(known.to, to)),
      { to, status, channel, at: occurredAt },
    ],
  });
};

/** Attempts to reach people, and what they were told. */
export const evolveOutreach = (
  referral: RegisteredReferral,
  event: ContactAttempted | StatusUpdateGiven | OutreachExhausted,
): RegisteredReferral => {
  switch (event.type) {
    case 'ContactAttempted':
      return attempted(referral, event);
    case 'StatusUpdateGiven':
      return informed(referral, event);
    case 'OutreachExhausted': {
      const exhausted = { at: event.occurredAt, noticeToReferrerAt: event.data.noticeToReferrerAt ?? null };
      return withFacets(referral, { outreach: { ...referral.facets.outreach, exhausted } });
    }
  }
};
