import { deadline, dueAt, equals, exists, isOpen, lacks, passed, stageIs, up, among, next } from '../conditions';
import type { ReferralQueue } from '../queue';

/** Who pays: eligibility, coverage and authorization. */
export const coverageQueues: readonly ReferralQueue[] = [
  {
    of: 'worklist',
    id: 'Q10',
    slug: 'eligibility',
    name: 'Eligibility to verify',
    filter: {
      all: [
        stageIs('accepted', 'scheduled'),
        {
          any: [
            among('facets.eligibility', 'unknown', 'inactive', 'unable_to_verify'),
            equals('facets.eligibilityEndsBeforeVisit', true),
          ],
        },
      ],
    },
    sort: up('appointmentStartSort', 'due.K4'),
    roles: ['auth_specialist'],
    why: ({ facets, due }) =>
      facets.eligibilityEndsBeforeVisit
        ? `Eligibility is known until ${facets.eligibilityValidThrough ?? '?'}, which is before the visit.`
        : `Eligibility is ${facets.eligibility.replaceAll('_', ' ')}; ${dueAt('an answer', due.K4)}.`,
    deadline: ({ due }) => deadline(due.K4, 'K4'),
  },
  {
    of: 'worklist',
    id: 'Q11',
    slug: 'not-covered',
    name: 'Coverage problem, not covered',
    filter: { all: [isOpen, among('facets.eligibility', 'inactive', 'service_not_covered'), lacks('patientDecision')] },
    sort: up('urgencyRank', 'stageSince'),
    roles: ['coordinator'],
    why: ({ facets }) =>
      `Eligibility is ${facets.eligibility.replaceAll('_', ' ')} and the patient has not decided how to go on.`,
    deadline: next,
  },
  {
    of: 'worklist',
    id: 'Q12',
    slug: 'authorization-to-submit',
    name: 'Authorization to submit',
    filter: {
      all: [
        equals('facets.authorization', 'required'),
        stageIs('accepted', 'scheduled', 'visit_missed', 'visit_cancelled'),
      ],
    },
    sort: up('due.K5'),
    roles: ['auth_specialist'],
    why: ({ due }) => `An authorization is required and not submitted; ${dueAt('that', due.K5)}.`,
    deadline: ({ due }) => deadline(due.K5, 'K5'),
  },
  {
    of: 'worklist',
    id: 'Q13',
    slug: 'authorization-information',
    name: 'Authorization pending, information asked',
    filter: { all: [isOpen, equals('auth.status', 'pended'), exists('auth.pendInfoDueAt')] },
    sort: up('auth.pendInfoDueAt'),
    roles: ['auth_specialist'],
    why: ({ auth }) => `The payer wants more information by ${auth?.pendInfoDueAt ?? '?'}.`,
    deadline: ({ auth }) => deadline(auth?.pendInfoDueAt),
  },
  {
    of: 'worklist',
    id: 'Q14',
    slug: 'authorization-overdue',
    name: 'Authorization overdue at payer',
    filter: {
      all: [isOpen, among('auth.status', 'submitted', 'pended', 'info_submitted'), passed('auth.decisionDueAt')],
    },
    sort: up('auth.decisionDueAt'),
    roles: ['auth_specialist', 'lead'],
    why: ({ auth }) => `The payer’s decision was due at ${auth?.decisionDueAt ?? '?'}.`,
    deadline: ({ auth }) => deadline(auth?.decisionDueAt),
  },
  {
    of: 'worklist',
    id: 'Q15',
    slug: 'authorization-denied',
    name: 'Denied, decision needed',
    filter: {
      all: [
        isOpen,
        equals('auth.status', 'denied'),
        { any: [lacks('appealDecision'), equals('appealDecision', 'appeal')] },
      ],
    },
    sort: up('auth.appealDeadline', 'urgencyRank'),
    roles: ['auth_specialist', 'clinical_reviewer'],
    why: ({ auth, appealDecision }) =>
      `The payer refused; ${appealDecision === 'appeal' ? 'the patient wants an appeal' : 'nobody has decided about an appeal'}, for which there is time ${
        auth?.appealDeadline ? `until ${auth.appealDeadline}` : 'that the payer has not named'
      }.`,
    deadline: ({ auth }) => deadline(auth?.appealDeadline),
    note: '`appealDecision` is what the patient decided about coverage since the denial (RecordPatientCoverageDecision). Who wants an appeal stands here until it is filed.',
  },
  {
    of: 'worklist',
    id: 'Q16',
    slug: 'authorization-expiring',
    name: 'Authorization expiring before visit or within 14 days',
    filter: {
      all: [
        isOpen,
        among('auth.status', 'approved', 'partially_approved', 'modified'),
        { any: [passed('authEndsAt', { days: 14 }), equals('facets.authEndsBeforeVisit', true)] },
      ],
    },
    sort: up('authEndsAt'),
    roles: ['auth_specialist'],
    why: ({ facets }) =>
      `The authorization ends with ${facets.authValidThrough ?? '?'}${facets.authEndsBeforeVisit ? ', before the visit' : ''}.`,
    deadline: ({ authEndsAt }) => deadline(authEndsAt),
  },
];
