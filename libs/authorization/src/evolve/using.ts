import type { Granted, OpenedAuthorization } from '../authorization';
import type * as using from '../events/using';
import { withUse } from '../units';
import { moved } from './moved';

type UsingEvent =
  | using.AuthorizationUnitsUsed
  | using.AuthorizationExhausted
  | using.AuthorizationExtensionRequested
  | using.AuthorizationExtended
  | using.AuthorizationCancelled
  | using.AuthorizationDecisionOverdue
  | using.AuthorizationExpiring
  | using.AuthorizationExpired;

const withGranted = (authorization: OpenedAuthorization, change: (granted: Granted) => Granted): OpenedAuthorization =>
  authorization.granted ? { ...authorization, granted: change(authorization.granted) } : authorization;

const used = (authorization: OpenedAuthorization, { data }: using.AuthorizationUnitsUsed): OpenedAuthorization => {
  const { appointmentId, service, units } = data;
  const uses = [...authorization.uses, { appointmentId, serviceCode: service.code, units }];
  return withGranted({ ...authorization, uses }, (granted) => ({
    ...granted,
    units: withUse(granted.units, service, units),
  }));
};

const extended = (authorization: OpenedAuthorization, event: using.AuthorizationExtended): OpenedAuthorization => {
  const longer = withGranted({ ...authorization, extensionRequested: null }, (granted) => ({
    ...granted,
    validity: event.data.new,
  }));
  const resumed = authorization.stage === 'expired' && longer.granted ? longer.granted.as : authorization.stage;
  return moved(longer, resumed, event.occurredAt);
};

const overdue = (
  authorization: OpenedAuthorization,
  { data }: using.AuthorizationDecisionOverdue,
): OpenedAuthorization => ({
  ...authorization,
  submissions: authorization.submissions.map((submission) =>
    submission.submissionId === data.submissionId ? { ...submission, overdue: true } : submission,
  ),
});

/** What use, clocks and the end change. */
export const evolveUsing = (authorization: OpenedAuthorization, event: UsingEvent): OpenedAuthorization => {
  switch (event.type) {
    case 'AuthorizationUnitsUsed':
      return used(authorization, event);
    case 'AuthorizationExhausted':
      return moved(authorization, 'exhausted', event.occurredAt);
    case 'AuthorizationExtensionRequested':
      return { ...authorization, extensionRequested: event.data.new };
    case 'AuthorizationExtended':
      return extended(authorization, event);
    case 'AuthorizationCancelled':
      return moved(authorization, 'cancelled', event.occurredAt);
    case 'AuthorizationDecisionOverdue':
      return overdue(authorization, event);
    case 'AuthorizationExpiring':
      return withGranted(authorization, (granted) => ({ ...granted, expiringNoted: event.data.dueAt }));
    case 'AuthorizationExpired':
      return moved(authorization, 'expired', event.occurredAt);
  }
};
