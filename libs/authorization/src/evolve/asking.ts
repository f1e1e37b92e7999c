import type { OpenedAuthorization } from '../authorization';
import type {
  AuthorizationInformationSubmitted,
  AuthorizationOpened,
  AuthorizationPended,
  AuthorizationSubmitted,
} from '../events/asking';
import { moved } from './moved';

/** The authorization that is opened. */
export const opened = ({ data, occurredAt }: AuthorizationOpened): OpenedAuthorization => {
  const { coverageId, services, level, requestingProvider, servicingProvider, planProfileVersion } = data;
  return {
    stage: 'draft',
    authorizationId: data.authorizationId,
    referralId: data.referralId,
    patientId: data.patientId,
    stageSince: occurredAt,
    request: {
      ...{ coverageId, services, level, requestingProvider, servicingProvider, planProfileVersion },
      openedAt: occurredAt,
    },
    submissions: [],
    pend: null,
    informationSent: [],
    decision: null,
    granted: null,
    denial: null,
    peerToPeer: null,
    appeals: [],
    uses: [],
    extensionRequested: null,
  };
};

const submitted = (
  authorization: OpenedAuthorization,
  { data, occurredAt }: AuthorizationSubmitted,
): OpenedAuthorization => {
  const { submissionId, traceNumber, submittedAt, decisionDueAt } = data;
  const submission = { submissionId, traceNumber, submittedAt, decisionDueAt, overdue: false };
  const submissions = [...authorization.submissions, submission];
  return moved({ ...authorization, submissions, pend: null, decision: null }, 'submitted', occurredAt);
};

/** What asking changes. The same decision after it is another one, so that the former is forgotten. */
export const evolveAsking = (
  authorization: OpenedAuthorization,
  event: AuthorizationSubmitted | AuthorizationPended | AuthorizationInformationSubmitted,
): OpenedAuthorization => {
  switch (event.type) {
    case 'AuthorizationSubmitted':
      return submitted(authorization, event);
    case 'AuthorizationPended': {
      const { payerReference, infoRequested, infoDueAt = null } = event.data;
      const pend = { payerReference, infoRequested, infoDueAt };
      return moved({ ...authorization, pend, decision: null }, 'pended', event.occurredAt);
    }
    case 'AuthorizationInformationSubmitted': {
      const informationSent = [...authorization.informationSent, event.data.traceNumber];
      return moved({ ...authorization, informationSent, decision: null }, 'info_submitted', event.occurredAt);
    }
  }
};
