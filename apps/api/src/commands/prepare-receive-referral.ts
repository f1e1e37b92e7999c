import { type CommandResult, type Envelope, SequenceNumbers, UniqueNames } from '@referral/event-store';
import { DomainError } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import type { ReceiveReferral } from '@referral/referral';
import type { Delivered } from './delivery';
import type { Prepared } from './prepared';

/**
 * Sees to it that an external id stands for one referral (I06): it is reserved before the referral is received. A reservation without
 * referral is the trace of a crash in between; whoever comes next with the same id completes it under the id that was reserved.
 */
@Injectable()
export class PrepareReceiveReferral {
  constructor(
    @Inject(UniqueNames) private readonly uniqueNames: UniqueNames,
    @Inject(SequenceNumbers) private readonly sequenceNumbers: SequenceNumbers,
  ) {}

  /** Throws DUPLICATE_EXTERNAL_ID when the external ids belong to different referrals. */
  async prepare(command: ReceiveReferral & Delivered): Promise<Prepared> {
    const envelope = envelopeOf(command);
    const referralId = await this.ownerOf(command, envelope);
    const reference = await this.sequenceNumbers.next(envelope);
    return {
      command: Object.assign(command, { referralId, reference }),
      ...(command.externalIds.length > 0 && { judge: (handling) => judgeNamed(handling, referralId) }),
    };
  }

  private async ownerOf({ externalIds, referralId }: ReceiveReferral, envelope: Envelope): Promise<string> {
    let owner = referralId;
    for (const { system, value } of externalIds) {
      const found = await this.uniqueNames.reserve({ system, value, owner, envelope });
      if (found !== owner && owner !== referralId) throw duplicate(found);
      owner = found;
    }
    return owner;
  }
}

/**
 * The referral of the reservation is received, now or by this very command before. When another command has received it, the external
 * id is taken, also for the one that had reserved it: whoever adopts a reservation may be faster than its owner.
 */
const judgeNamed = async (handling: Promise<CommandResult>, referralId: string): Promise<CommandResult> => {
  try {
    const handled = await handling;
    if (handled.decided > 0) return handled;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'ILLEGAL_TRANSITION') throw error;
  }
  throw duplicate(referralId);
};

const duplicate = (referralId: string): DomainError =>
  new DomainError('DUPLICATE_EXTERNAL_ID', `The external id belongs to referral ${referralId}.`, { referralId });

const envelopeOf = ({ issued, delivery }: Delivered): Envelope => ({
  tenantId: issued.tenantId,
  recordedAt: issued.recordedAt,
  actor: issued.actor,
  source: issued.source,
  commandId: delivery.commandId,
  commandType: 'ReceiveReferral',
  commandHash: delivery.commandHash,
  correlationId: delivery.correlationId,
  causationId: delivery.causationId,
});
