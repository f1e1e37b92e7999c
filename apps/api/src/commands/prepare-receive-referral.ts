import { type CommandResult, type Envelope, SequenceNumbers } from '@referral/event-store';
import { DomainError } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { type ReceiveReferral, referralDecider } from '@referral/referral';
import { ReferralStream } from '../queries/referral-stream';
import type { Delivered } from './delivery';
import { envelopeOf } from './envelope-of';
import { duplicateExternalId, ExternalIds } from './external-ids';
import { KeyOwners } from './key-owners';
import type { Prepared } from './prepared';

/**
 * Gets what a referral needs before it is received: its external ids and its reference number. Nothing is reserved for a command that
 * will be refused: whatever can refuse it is asked first. A reservation without referral is then the trace of a crash in between;
 * whoever comes next with the same id completes it under the id that was reserved.
 */
@Injectable()
export class PrepareReceiveReferral {
  constructor(
    @Inject(ExternalIds) private readonly externalIds: ExternalIds,
    @Inject(KeyOwners) private readonly keyOwners: KeyOwners,
    @Inject(ReferralStream) private readonly referrals: ReferralStream,
    @Inject(SequenceNumbers) private readonly sequenceNumbers: SequenceNumbers,
  ) {}

  /** Throws DUPLICATE_EXTERNAL_ID, and what the rule of the command throws. */
  async prepare(command: ReceiveReferral & Delivered): Promise<Prepared> {
    const envelope = envelopeOf(command, 'ReceiveReferral');
    const { externalIds, delivery } = command;
    const bound = await this.keyOwners.referralOf(envelope, command.referralId);
    if (externalIds.length === 0) return this.ready(command, bound, envelope);
    const known = await this.referrals.first(envelope.tenantId, bound);
    // The runner knows whether it is the same command again; a revision that nothing has yet is refused there, too.
    if (known !== null || delivery.expectedRevision !== undefined)
      return judged(Object.assign(command, { referralId: bound }));
    referralDecider.decide(command, referralDecider.initialState);
    const referralId = await this.externalIds.reserve({ externalIds, referralId: bound, envelope });
    return this.ready(command, referralId, envelope);
  }

  private async ready(command: ReceiveReferral & Delivered, referralId: string, envelope: Envelope): Promise<Prepared> {
    const reference = await this.sequenceNumbers.next(envelope);
    return judged(Object.assign(command, { referralId, reference }));
  }
}

const judged = (command: ReceiveReferral & Delivered): Prepared => ({
  command,
  ...(command.externalIds.length > 0 && { judge: (handling) => judgeNamed(handling, command.referralId) }),
});

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
  throw duplicateExternalId(referralId);
};
