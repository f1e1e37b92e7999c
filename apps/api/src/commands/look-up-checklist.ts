import type { CommandResult } from '@referral/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { requirementsInForce, type RequirementSetVersion, type SoughtService } from '@referral/directory';
import type { Checklist, ReceiveReferral, ReferralDrafted, SubmitReferral } from '@referral/referral';
import { pick } from '@referral/values';
import { Published } from '../published/published';
import { ReferralStream } from '../queries/referral-stream';
import type { Delivered } from './delivery';

/** Tells the commands with which a referral comes in what the requirement set says by which it must be complete. */
@Injectable()
export class LookUpChecklist {
  constructor(
    @Inject(Published) private readonly published: Published,
    @Inject(ReferralStream) private readonly referrals: ReferralStream,
  ) {}

  /** The command with the `checklist` for what it asks for. Throws Unavailable while it is not known what was published. */
  async intoReceipt<C extends ReceiveReferral & Delivered>(command: C): Promise<C> {
    return this.into(command, { specialty: command.requestedSpecialty, service: command.requestedService });
  }

  /** The command with the `checklist` for what its draft asks for. Refusing one without draft is left to the command's rule. */
  async intoHandIn<C extends SubmitReferral & Delivered>(command: C): Promise<C> {
    const first = await this.referrals.first(command.issued.tenantId, command.referralId);
    if (first?.event?.type !== 'ReferralDrafted') return command;
    const { requestedSpecialty, requestedService } = first.event.data as ReferralDrafted['data'];
    return this.into(command, { specialty: requestedSpecialty, service: requestedService });
  }

  /** A publication is answered when what comes in next goes by it. */
  async heard(handling: Promise<CommandResult>): Promise<CommandResult> {
    const handled = await handling;
    if (handled.position !== null) await this.published.know(handled.position);
    return handled;
  }

  private async into<C extends (ReceiveReferral | SubmitReferral) & Delivered>(
    command: C,
    sought: SoughtService,
  ): Promise<C> {
    const { requirementSet: named, occurredAt, issued } = command;
    const sets = await this.published.requirementsOf(issued.tenantId);
    const version = named
      ? sets
          .find(({ requirementSetId }) => requirementSetId === named.requirementSetId)
          ?.versions.find((known) => known.version === named.requirementSetVersion)
      : requirementsInForce(sets, sought, occurredAt);
    return version ? Object.assign(command, { checklist: checklistOf(version) }) : command;
  }
}

/** As much of a version as a referral goes by. */
const checklistOf = ({ requirementSetId, version, items }: RequirementSetVersion): Checklist => ({
  requirementSetId,
  requirementSetVersion: version,
  required: items
    .filter(({ mandatory }) => mandatory)
    .map((item) => pick(item, 'code', 'acceptableKinds', 'maxAgeDays')),
  optional: items.filter(({ mandatory }) => !mandatory).map(({ code }) => code),
});
