import type { CreatingUseCase } from '@referral/eventsourcing';
import { IsIn } from 'class-validator';
import { type Channel, channels, IsId, IsText, MayBeAbsent, pick } from '@referral/values';
import type { OfficeState } from '../office';
import type { OfficeEvent } from '../events';
import { happened, refusal } from '../rules';
import { OfficeCommand } from './office-command';

/** An office that refers patients becomes known. */
export class RegisterOffice extends OfficeCommand {
  @IsId() readonly partyId!: string;
  @IsText(200) readonly name!: string;
  @MayBeAbsent() @IsIn(channels) readonly preferredChannel?: Channel;
}

/** O01. */
export const registerOffice = (command: RegisterOffice, office: OfficeState): readonly OfficeEvent[] => {
  const said = pick(command, 'officeId', 'partyId', 'name', 'preferredChannel');
  if (office.stage === 'none') return [happened('OfficeRegistered', command, said)];
  if (office.partyId === said.partyId && office.name === said.name) return [];
  throw refusal('CONTRADICTS_RECORD', 'This office was registered before, and otherwise.');
};

/** Registering a referring office. */
export const registerOfficeUseCase: CreatingUseCase<RegisterOffice, OfficeState, OfficeEvent> = {
  name: 'RegisterOffice',
  command: RegisterOffice,
  summary: 'Registers an office that refers patients.',
  roles: ['admin', 'coordinator', 'integration', 'system'],
  creates: true,
  generatedIds: [],
  decide: registerOffice,
};
