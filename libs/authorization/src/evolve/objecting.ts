import type { OpenedAuthorization } from '../authorization';
import type { AppealDecided, AppealFiled, PeerToPeerHeld, PeerToPeerRequested } from '../events/objecting';
import type { ReviewOutcome } from '../vocabulary';
import { moved } from './moved';

/** After an overturned refusal the payer decides anew, maybe as it did before. */
const reviewed = (authorization: OpenedAuthorization, outcome: ReviewOutcome, at: string): OpenedAuthorization =>
  moved(outcome === 'overturned' ? { ...authorization, decision: null } : authorization, outcome, at);

/** What objecting to a refusal changes. */
export const evolveObjecting = (
  authorization: OpenedAuthorization,
  event: PeerToPeerRequested | PeerToPeerHeld | AppealFiled | AppealDecided,
): OpenedAuthorization => {
  switch (event.type) {
    case 'PeerToPeerRequested': {
      const peerToPeer = { windowEndsAt: event.data.windowEndsAt, heldAt: null };
      return moved({ ...authorization, peerToPeer }, 'peer_to_peer', event.occurredAt);
    }
    case 'PeerToPeerHeld': {
      const { windowEndsAt, at, outcome } = event.data;
      const held = { ...authorization, peerToPeer: { windowEndsAt, heldAt: at } };
      return outcome === 'pending' ? held : reviewed(held, outcome, event.occurredAt);
    }
    case 'AppealFiled': {
      const { level, kind, dueAt } = event.data;
      const appeals = [...authorization.appeals, { level, kind, dueAt }];
      return moved({ ...authorization, appeals }, 'appeal_filed', event.occurredAt);
    }
    case 'AppealDecided':
      return reviewed(authorization, event.data.outcome, event.occurredAt);
  }
};
