import { baseSort, deadline, dueAt, equals, isOpen, lacks, next, passed, stageIs, up } from '../conditions';
import type { ReferralQueue } from '../queue';

/** From receipt to a decision. */
export const triageQueues: readonly ReferralQueue[] = [
  {
    of: 'worklist',
    id: 'Q04',
    slug: 'unacknowledged',
    name: 'Unacknowledged',
    filter: { all: [stageIs('received'), lacks('acknowledgedAt')] },
    ...baseSort('due.K1'),
    roles: ['intake', 'coordinator'],
    why: ({ receivedAt, due }) => `Received at ${receivedAt} and not acknowledged; ${dueAt('that', due.K1)}.`,
    deadline: ({ due }) => deadline(due.K1, 'K1'),
  },
  {
    of: 'worklist',
    id: 'Q05',
    slug: 'incomplete',
    name: 'Incomplete, to be requested',
    filter: {
      all: [
        stageIs('received', 'in_triage'),
        { path: 'facets.documents.missingMandatory', is: 'after', value: 0 },
        equals('openInfoRequests', 0),
      ],
    },
    ...baseSort(),
    roles: ['coordinator'],
    why: ({ facets }) =>
      `${facets.documents.missingMandatory} mandatory items are missing and nobody was asked for them.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q06',
    slug: 'information-overdue',
    name: 'Waiting for information, overdue',
    filter: { all: [stageIs('awaiting_information'), passed('oldestInfoDueAt')] },
    sort: up('urgencyRank', 'oldestInfoDueAt'),
    roles: ['coordinator'],
    why: ({ oldestInfoDueAt }) => `The information asked for was due at ${oldestInfoDueAt ?? 'an unknown time'}.`,
    deadline: ({ oldestInfoDueAt }) => deadline(oldestInfoDueAt),
  },
  {
    of: 'worklist',
    id: 'Q07',
    slug: 'information-awaited',
    name: 'Waiting for information, not yet due',
    filter: {
      all: [stageIs('awaiting_information'), { path: 'oldestInfoDueAt', is: 'atOrAfter', value: { now: true } }],
    },
    sort: up('oldestInfoDueAt'),
    roles: ['coordinator'],
    why: ({ oldestInfoDueAt }) => `The information asked for is due at ${oldestInfoDueAt ?? 'an unknown time'}.`,
    deadline: ({ oldestInfoDueAt }) => deadline(oldestInfoDueAt),
  },
  {
    of: 'worklist',
    id: 'Q08',
    slug: 'ready-for-triage',
    name: 'Ready for triage',
    filter: {
      all: [stageIs('received', 'in_triage'), equals('completeness', 'reached'), equals('onHold', false)],
    },
    sort: up('urgencyRank', 'due.K2'),
    roles: ['clinical_reviewer'],
    why: ({ due }) => `It is complete and ${dueAt('a triage decision', due.K2)}.`,
    deadline: ({ due }) => deadline(due.K2, 'K2'),
  },
  {
    of: 'worklist',
    id: 'Q09',
    slug: 'urgent-watch',
    name: 'Urgent and stat watch',
    filter: { all: [isOpen, { path: 'urgencyRank', is: 'atOrBefore', value: 1 }] },
    sort: up('nextDueSort', 'stageSince'),
    roles: ['coordinator', 'lead'],
    why: ({ urgency, stage, stageSince }) =>
      `It is ${urgency}, open, and ${stage.replaceAll('_', ' ')} since ${stageSince}.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q39',
    slug: 'disputes',
    name: 'Necessity disputes',
    filter: { all: [isOpen, equals('dispute.status', 'open')] },
    sort: up('urgencyRank', 'dispute.openedAt'),
    roles: ['lead', 'clinical_reviewer'],
    why: ({ dispute }) =>
      `A dispute is open since ${dispute?.openedAt ?? '?'}; nothing is booked or closed until it is resolved.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q47',
    slug: 'redirect',
    name: 'Redirect needed (destination closed)',
    filter: { all: [isOpen, { path: 'destinationStatus', is: 'in', value: ['closed', 'suspended', 'retired'] }] },
    sort: up('urgencyRank', 'stageSince'),
    roles: ['coordinator'],
    why: ({ destinationName, destinationId, destinationStatus }) =>
      `${destinationName ?? destinationId ?? 'The destination'} is ${destinationStatus ?? '?'} and takes no patients.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q46',
    slug: 'consent',
    name: 'Consent expiring or revoked with open referral',
    filter: { all: [isOpen, { path: 'facets.consent', is: 'in', value: ['expired', 'revoked'] }] },
    sort: up('urgencyRank'),
    roles: ['coordinator', 'privacy_officer'],
    why: ({ facets }) => `The patient’s consent is ${facets.consent}: nothing that it covered may be sent.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q30',
    slug: 'failed-transmissions',
    name: 'Failed transmissions',
    filter: {
      all: [
        isOpen,
        {
          any: [
            equals('transmission.lastStatus', 'failed'),
            {
              all: [
                equals('transmission.lastStatus', 'transmitted'),
                lacks('transmission.confirmedAt'),
                passed('transmission.sentAt', { businessDays: -1 }),
              ],
            },
          ],
        },
      ],
    },
    sort: up('urgencyRank', 'transmission.sentAt'),
    roles: ['coordinator'],
    why: ({ transmission }) =>
      transmission?.lastStatus === 'failed'
        ? 'The newest transmission failed and was not sent again.'
        : `What was sent at ${transmission?.sentAt ?? '?'} is not confirmed after a business day.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q29',
    slug: 'cancellation-to-confirm',
    name: 'Cancellation to confirm',
    filter: { all: [stageIs('cancellation_requested')] },
    sort: up('cancellation.requestedAt'),
    roles: ['coordinator', 'receiving_party'],
    why: ({ cancellation }) =>
      `${cancellation?.by.name ?? cancellation?.by.id ?? 'One side'} asked at ${cancellation?.requestedAt ?? '?'} to cancel it, and the other has not answered.`,
    deadline: ({ clocks }) => deadline(clocks.find(({ clock }) => clock === 'K14')?.dueAt, 'K14'),
  },
];
