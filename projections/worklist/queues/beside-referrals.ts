import { among, deadline, down, equals, exists, up } from '../conditions';
import type { OtherQueue } from '../queue';

/** Queues of what is not a referral, or not yet. */
export const besideReferrals: readonly OtherQueue[] = [
  {
    of: 'intake-worklist',
    id: 'Q01',
    slug: 'new-intake',
    name: 'New intake (items)',
    filter: among('status', 'received', 'matching'),
    sort: up('channelRank', 'receivedAt'),
    roles: ['intake'],
    why: ({ channel, receivedAt, status }) =>
      `It came by ${channel.replaceAll('_', ' ')} at ${receivedAt} and ${status === 'received' ? 'nobody has read it' : 'whom it is about is not known'}.`,
    deadline: () => null,
  },
  {
    of: 'intake-worklist',
    id: 'Q02',
    slug: 'identity-review',
    name: 'Identity review',
    filter: equals('status', 'needs_review'),
    sort: [...down('urgentMarked'), ...up('receivedAt')],
    roles: ['intake', 'lead'],
    why: ({ matchCandidates, receivedAt }) =>
      `A person has to say whom it is about: ${matchCandidates} candidates; received at ${receivedAt}.`,
    deadline: () => null,
    note: 'Marked urgent is an item whose caller raised a clinical concern, or that was given to a clinician.',
  },
  {
    of: 'intake-worklist',
    id: 'Q03',
    slug: 'possible-duplicates',
    name: 'Possible duplicates',
    filter: {
      all: [among('status', 'received', 'matching', 'needs_review', 'matched'), exists('duplicateCandidates')],
    },
    sort: up('receivedAt'),
    roles: ['intake', 'lead'],
    why: ({ duplicateCandidates }) =>
      `It may say what ${duplicateCandidates?.length ?? 0} referrals say already: ${duplicateCandidates?.join(', ') ?? ''}.`,
    deadline: () => null,
    note: 'Doubles are flagged on what comes in, before it is a referral; no fact flags a referral. So these are intake items, each with the referrals in question.',
  },
  {
    of: 'complaints',
    id: 'Q40',
    slug: 'complaints',
    name: 'Complaints',
    filter: equals('open', true),
    sort: [...down('severityRank'), ...up('dueAt')],
    roles: ['lead'],
    why: ({ severity, receivedAt, status, dueAt }) =>
      `A complaint of ${severity} severity, received at ${receivedAt}, is to be ${status === 'received' ? 'acknowledged' : 'resolved'} by ${dueAt}.`,
    deadline: ({ dueAt }) => deadline(dueAt),
  },
  {
    of: 'directory',
    id: 'Q45',
    slug: 'directory-verification',
    name: 'Directory entries due for verification',
    filter: { path: 'nextVerificationAt', is: 'atOrBefore', value: { now: true } },
    sort: [...down('openReferralCount'), ...up('nextVerificationAt')],
    countsReferrals: { as: 'openReferralCount', by: 'destinationId' },
    roles: ['admin', 'coordinator'],
    why: ({ verifiedAt, nextVerificationAt, openReferralCount }) =>
      `${
        verifiedAt === null
          ? `Nobody has verified it since it was added at ${nextVerificationAt}`
          : `It was verified at ${verifiedAt} and was to be again by ${nextVerificationAt}`
      }; open referrals that go there: ${openReferralCount}.`,
    deadline: ({ nextVerificationAt }) => deadline(nextVerificationAt),
    note: '`openReferralCount` is counted when somebody looks: the open referrals whose destination it is.',
  },
  {
    of: 'intake-worklist',
    id: 'Q48',
    slug: 'intake-to-settle',
    name: 'Patient known, to be converted or attached',
    filter: equals('status', 'matched'),
    sort: [...down('urgentMarked'), ...up('receivedAt')],
    roles: ['intake', 'coordinator'],
    why: ({ statusSince }) =>
      `Whom it is about is known since ${statusSince}; it is no referral yet and belongs to none.`,
    deadline: () => null,
    note: 'Beyond the list: an item whose patient is known stands in neither of the first two queues, and would wait unseen.',
  },
];
