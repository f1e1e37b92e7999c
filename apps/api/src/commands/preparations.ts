import { Inject, Injectable } from '@nestjs/common';
import { OpenAuthorization } from '@referral/authorization';
import { AttachToReferral, ConvertToReferral } from '@referral/intake';
import { requirementSetAggregate } from '@referral/directory';
import { DraftReferral, ReceiveReferral, SubmitReferral } from '@referral/referral';
import type { Delivered } from './delivery';
import { LookUpChecklist } from './look-up-checklist';
import { LookUpReferral } from './look-up-referral';
import type { Prepared } from './prepared';
import { PrepareDraftReferral } from './prepare-draft-referral';
import { PrepareReceiveReferral } from './prepare-receive-referral';

/** What some commands need from outside before they can be decided: numbers, reservations, facts of other aggregates. */
@Injectable()
export class Preparations {
  constructor(
    @Inject(PrepareReceiveReferral) private readonly receiveReferral: PrepareReceiveReferral,
    @Inject(PrepareDraftReferral) private readonly draftReferral: PrepareDraftReferral,
    @Inject(LookUpChecklist) private readonly lookUpChecklist: LookUpChecklist,
    @Inject(LookUpReferral) private readonly lookUpReferral: LookUpReferral,
  ) {}

  async prepare(command: Delivered): Promise<Prepared> {
    if (command instanceof ReceiveReferral)
      return this.receiveReferral.prepare(await this.lookUpChecklist.intoReceipt(command));
    if (command instanceof SubmitReferral) return { command: await this.lookUpChecklist.intoHandIn(command) };
    if (command instanceof DraftReferral) return this.draftReferral.prepare(command);
    if (publishesRequirements(command)) return { command, judge: (handling) => this.lookUpChecklist.heard(handling) };
    return { command: namesReferral(command) ? await this.lookUpReferral.into(command) : command };
  }
}

/** The commands about other aggregates that rest on a referral. */
const namesReferral = (command: Delivered): command is Delivered & { readonly referralId: string } =>
  command instanceof ConvertToReferral || command instanceof AttachToReferral || command instanceof OpenAuthorization;

const publishesRequirements = (command: Delivered): boolean =>
  requirementSetAggregate.commands.some((known) => command instanceof known.command);
