import type { EventType, Upcasters } from '@referral/eventsourcing';
import type * as asking from './asking';
import type * as deciding from './deciding';
import type * as objecting from './objecting';
import type * as using from './using';

/** The events that decide about a request. */
export type DecisionEvent =
  | deciding.AuthorizationApproved
  | deciding.AuthorizationPartiallyApproved
  | deciding.AuthorizationModified
  | deciding.AuthorizationDenied
  | deciding.AuthorizationNotRequiredByPayer
  | deciding.AuthorizationContactPayer;

/** Everything that can have happened to a prior authorization. */
export type AuthorizationEvent =
  | asking.AuthorizationOpened
  | asking.AuthorizationSubmitted
  | asking.AuthorizationPended
  | asking.AuthorizationInformationSubmitted
  | DecisionEvent
  | objecting.PeerToPeerRequested
  | objecting.PeerToPeerHeld
  | objecting.AppealFiled
  | objecting.AppealDecided
  | using.AuthorizationUnitsUsed
  | using.AuthorizationExhausted
  | using.AuthorizationExtensionRequested
  | using.AuthorizationExtended
  | using.AuthorizationCancelled
  | using.AuthorizationDecisionOverdue
  | using.AuthorizationExpiring
  | using.AuthorizationExpired;

export type AuthorizationEventType = AuthorizationEvent['type'];

const first: EventType = { schemaVersion: 1, phi: [] };

/** How each event is stored. Services, codes, dates and ids stay clear; the payer's own words may tell of the patient. */
export const authorizationEventTypes: Readonly<Record<AuthorizationEventType, EventType>> = {
  AuthorizationOpened: first,
  AuthorizationSubmitted: first,
  AuthorizationPended: first,
  AuthorizationInformationSubmitted: first,
  AuthorizationApproved: first,
  AuthorizationPartiallyApproved: first,
  AuthorizationModified: first,
  AuthorizationDenied: { schemaVersion: 1, phi: ['denialReason.specific'] },
  AuthorizationNotRequiredByPayer: first,
  AuthorizationContactPayer: first,
  PeerToPeerRequested: first,
  PeerToPeerHeld: first,
  AppealFiled: first,
  AppealDecided: first,
  AuthorizationUnitsUsed: first,
  AuthorizationExhausted: first,
  AuthorizationExtensionRequested: first,
  AuthorizationExtended: first,
  AuthorizationCancelled: first,
  AuthorizationDecisionOverdue: first,
  AuthorizationExpiring: first,
  AuthorizationExpired: first,
};

/** Every shape is still its first one. */
export const authorizationUpcasters: Upcasters = {};
