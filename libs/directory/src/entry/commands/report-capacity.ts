import { alreadySaid, requireOrder, type UseCase } from '@referral/eventsourcing';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import { MayBeAbsent, pick } from '@referral/values';
import type { Entry, EntryState } from '../entry';
import type { EntryEvent } from '../events';
import { happened, transitions } from '../rules';
import { type CapacityStatus, capacityStatuses } from '../vocabulary';
import { EntryCommand } from './entry-command';

/** A destination says whether it takes new patients. */
export class ReportCapacity extends EntryCommand {
  @IsIn(capacityStatuses) readonly status!: CapacityStatus;
  @MayBeAbsent() @IsInt() @Min(0) @Max(3650) readonly thirdNextAvailableDays?: number;
}

/** D04. A report of the same tells that it is still so. */
export const reportCapacity = (command: ReportCapacity, entry: Entry): readonly EntryEvent[] => {
  const { occurredAt, issued } = command;
  const report = {
    ...pick(command, 'status', 'thirdNextAvailableDays'),
    reportedAt: occurredAt,
    by: issued.actor.userId,
  };
  if (entry.capacity && alreadySaid(entry.capacity, report)) return [];
  transitions.require(entry.stage, 'ReportCapacity');
  if (entry.capacity) requireOrder(command, entry.capacity.reportedAt, 'the report before it');
  return [happened('CapacityReported', command, report)];
};

/** Reporting capacity. */
export const reportCapacityUseCase: UseCase<ReportCapacity, EntryState, EntryEvent> = {
  name: 'ReportCapacity',
  command: ReportCapacity,
  summary: 'Reports whether new patients are taken, and how long they wait.',
  roles: ['admin', 'coordinator', 'integration', 'receiving_party'],
  creates: false,
  generatedIds: [],
  decide: reportCapacity,
};
