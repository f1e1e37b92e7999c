import { Inject, Injectable } from '@nestjs/common';
import { DraftReferral, ReceiveReferral } from '@referral/referral';
import type { Delivered } from './delivery';
import type { Prepared } from './prepared';
import { PrepareDraftReferral } from './prepare-draft-referral';
import { PrepareReceiveReferral } from './prepare-receive-referral';

/** What some commands need from outside before they can be decided: numbers, reservations. */
@Injectable()
export class Preparations {
  constructor(
    @Inject(PrepareReceiveReferral) private readonly receiveReferral: PrepareReceiveReferral,
    @Inject(PrepareDraftReferral) private readonly draftReferral: PrepareDraftReferral,
  ) {}

  async prepare(command: Delivered): Promise<Prepared> {
    if (command instanceof ReceiveReferral) return this.receiveReferral.prepare(command);
    return command instanceof DraftReferral ? this.draftReferral.prepare(command) : { command };
  }
}
