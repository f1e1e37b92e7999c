import { alreadySaid, type UseCase } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { IsAfter, IsCalendarDate, IsId, MayBeAbsent, pick } from '@referral/values';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, transitions } from '../rules';
import { type NetworkStatus, networkStatuses } from '../vocabulary';
import { EntryCommand } from './entry-command';

/** A destination joins or leaves the network of a plan. */
export class ChangeNetworkParticipation extends EntryCommand {
  @IsId() readonly planId!: string;
  @IsIn(networkStatuses) readonly status!: NetworkStatus;
  @IsCalendarDate() readonly from!: string;
  @MayBeAbsent() @IsCalendarDate() @IsAfter('from', { orEqual: true }) readonly to?: string;
}

/** D03. The newest word on a plan holds. */
export const changeNetworkParticipation = (
  command: ChangeNetworkParticipation,
  entry: Entry,
): readonly EntryEvent[] => {
  const participation = pick(command, 'planId', 'status', 'from', 'to');
  if (entry.networks.some((known) => alreadySaid(known, participation))) return [];
  transitions.require(entry.stage, 'ChangeNetworkParticipation');
  return [happened('NetworkParticipationChanged', command, participation)];
};

/** Changing the participation in a network. */
export const changeNetworkParticipationUseCase: UseCase<ChangeNetworkParticipation, EntryState, EntryEvent> = {
  name: 'ChangeNetworkParticipation',
  command: ChangeNetworkParticipation,
  summary: 'Says whether the entry is in the network of a plan, and from when.',
  roles: ['admin', 'coordinator', 'integration'],
  creates: false,
  generatedIds: [],
  decide: changeNetworkParticipation,
};
