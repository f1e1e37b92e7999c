import type { Authorization } from './authorization';
import type { AuthorizationEvent } from './events/authorization-event';
import { evolveAsking, opened } from './evolve/asking';
import { evolveDeciding } from './evolve/deciding';
import { evolveObjecting } from './evolve/objecting';
import { evolveUsing } from './evolve/using';

/** The authorization after one more fact. Records and never refuses: whether it could happen was decided before. */
export const evolve = (authorization: Authorization, event: AuthorizationEvent): Authorization => {
  if (event.type === 'AuthorizationOpened') return authorization.stage === 'none' ? opened(event) : authorization;
  if (authorization.stage === 'none') return authorization;
  switch (event.type) {
    case 'AuthorizationSubmitted':
    case 'AuthorizationPended':
    case 'AuthorizationInformationSubmitted':
      return evolveAsking(authorization, event);
    case 'AuthorizationApproved':
    case 'AuthorizationPartiallyApproved':
    case 'AuthorizationModified':
    case 'AuthorizationDenied':
    case 'AuthorizationNotRequiredByPayer':
    case 'AuthorizationContactPayer':
      return evolveDeciding(authorization, event);
    case 'PeerToPeerRequested':
    case 'PeerToPeerHeld':
    case 'AppealFiled':
    case 'AppealDecided':
      return evolveObjecting(authorization, event);
    case 'AuthorizationUnitsUsed':
    case 'AuthorizationExhausted':
    case 'AuthorizationExtensionRequested':
    case 'AuthorizationExtended':
    case 'AuthorizationCancelled':
    case 'AuthorizationDecisionOverdue':
    case 'AuthorizationExpiring':
    case 'AuthorizationExpired':
      return evolveUsing(authorization, event);
  }
};
