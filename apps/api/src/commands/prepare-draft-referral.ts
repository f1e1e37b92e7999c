import { SequenceNumbers } from '@referral/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type { DraftReferral } from '@referral/referral';
import type { Delivered } from './delivery';
import { envelopeOf } from './envelope-of';
import { KeyOwners } from './key-owners';
import type { Prepared } from './prepared';

/** Gets what a draft needs before it is begun: its reference number, under the id that its key stands for. */
@Injectable()
export class PrepareDraftReferral {
  constructor(
    @Inject(KeyOwners) private readonly keyOwners: KeyOwners,
    @Inject(SequenceNumbers) private readonly sequenceNumbers: SequenceNumbers,
  ) {}

  async prepare(command: DraftReferral & Delivered): Promise<Prepared> {
    const envelope = envelopeOf(command, 'DraftReferral');
    const referralId = await this.keyOwners.referralOf(envelope, command.referralId);
    const reference = await this.sequenceNumbers.next(envelope);
    return { command: Object.assign(command, { referralId, reference }) };
  }
}
