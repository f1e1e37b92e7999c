import { transitionTable, type TransitionRow } from '@referral/eventsourcing';
import { type AuthorizationStage, undecidedStages, usableStages } from './stages';

/** The commands of a prior authorization, in the order of its life. */
export const authorizationCommandNames = [
  'OpenAuthorization',
  'SubmitAuthorization',
  'RecordPend',
  'SubmitAdditionalInformation',
  'RecordDecision',
  'RecordDecisionOverdue',
  'RequestPeerToPeer',
  'RecordPeerToPeer',
  'FileAppeal',
  'RecordAppealDecision',
  'UseUnits',
  'RequestAuthorizationExtension',
  'ExtendAuthorization',
  'RecordExpiring',
  'ExpireAuthorization',
  'CancelAuthorization',
] as const;
export type AuthorizationCommandName = (typeof authorizationCommandNames)[number];

type Row = TransitionRow<AuthorizationStage, AuthorizationCommandName>;

const row = (
  id: `A${number}`,
  from: Row['from'],
  command: AuthorizationCommandName,
  to: Row['to'],
  guard: string,
): Row => ({ id, from, command, to, guard });

const refused = ['denied', 'partially_approved', 'modified'] as const;
const objecting = ['peer_to_peer', 'appeal_filed', 'overturned', 'upheld'] as const;
const decidable = [...undecidedStages, 'overturned'] as const;
const decided = [...usableStages, 'denied', 'contact_payer', 'no_action_required'] as const;

/** The legal steps of a prior authorization. Guard, `allowedActions` and documentation are derived from it and from nothing else. */
export const authorizationTransitions = transitionTable<AuthorizationStage, AuthorizationCommandName>(
  authorizationCommandNames,
  [
    row('A01', ['none'], 'OpenAuthorization', ['draft'], 'the referral exists'),
    row('A02', ['draft', 'contact_payer'], 'SubmitAuthorization', ['submitted'], 'none'),
    row('A03', ['submitted', 'info_submitted', 'contact_payer', 'pended'], 'RecordPend', ['pended'], 'none'),
    row('A04', ['pended'], 'SubmitAdditionalInformation', ['info_submitted'], 'none'),
    row('A05', ['info_submitted'], 'SubmitAdditionalInformation', 'unchanged', 'sent once more'),
    row('A06', decidable, 'RecordDecision', decided, 'a denial gives its reason, a grant its units'),
    row('A07', undecidedStages, 'RecordDecisionOverdue', 'unchanged', 'the decision is overdue'),
    row('A08', refused, 'RequestPeerToPeer', ['peer_to_peer'], 'none'),
    row('A09', ['peer_to_peer'], 'RecordPeerToPeer', ['overturned', 'upheld', 'peer_to_peer'], 'none'),
    row('A10', [...refused, 'upheld', 'peer_to_peer'], 'FileAppeal', ['appeal_filed'], 'none'),
    row('A11', ['appeal_filed'], 'RecordAppealDecision', ['overturned', 'upheld'], 'none'),
    row('A12', usableStages, 'UseUnits', [...usableStages, 'exhausted'], 'units are left, and the date is covered'),
    row('A19', objecting, 'UseUnits', 'unchanged', 'what was granted is used while the rest is in dispute'),
    row('A13', [...usableStages, 'expired'], 'RequestAuthorizationExtension', 'unchanged', 'it has an end'),
    row('A14', usableStages, 'ExtendAuthorization', 'unchanged', 'it has an end'),
    row('A15', ['expired'], 'ExtendAuthorization', usableStages, 'back to what was granted'),
    row('A16', usableStages, 'RecordExpiring', 'unchanged', 'its end is near'),
    row('A17', usableStages, 'ExpireAuthorization', ['expired'], 'its end has passed'),
    row(
      'A18',
      ['draft', ...decidable, ...usableStages, 'denied', 'peer_to_peer', 'appeal_filed', 'upheld'],
      'CancelAuthorization',
      ['cancelled'],
      'a reason',
    ),
  ],
);
