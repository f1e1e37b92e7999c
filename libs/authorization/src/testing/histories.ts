import type { AuthorizationEvent } from '../events/authorization-event';
import type { AuthorizationStage } from '../stages';
import * as facts from './facts';

const atPayer = [facts.opened, facts.submitted];
const refused = [...atPayer, facts.denied];
const appealed = [...refused, facts.appealFiled];

/** The plain history that leads to each stage. */
export const histories: Readonly<Record<AuthorizationStage, readonly AuthorizationEvent[]>> = {
  draft: [facts.opened],
  submitted: atPayer,
  pended: [...atPayer, facts.pended],
  info_submitted: [...atPayer, facts.pended, facts.informed],
  approved: [...atPayer, facts.approved],
  partially_approved: [...atPayer, facts.partlyApproved],
  modified: [...atPayer, facts.modified],
  denied: refused,
  no_action_required: [...atPayer, facts.notRequired],
  contact_payer: [...atPayer, facts.contactPayer],
  peer_to_peer: [...refused, facts.talkRequested],
  appeal_filed: appealed,
  overturned: [...appealed, facts.appealDecided],
  upheld: [...refused, facts.talkRequested, facts.talked],
  expired: [...atPayer, facts.approved, facts.expired],
  exhausted: [...atPayer, facts.modified, facts.used, facts.exhausted],
  cancelled: [...atPayer, facts.approved, facts.cancelled],
};
