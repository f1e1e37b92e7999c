import { Inject, Injectable } from '@nestjs/common';
import type { KnownReferral } from '@referral/intake';
import { ReferralStream } from '../queries/referral-stream';
import type { Delivered } from './delivery';

/** Tells a command about another aggregate what there is of the referral that it names. Refusing is left to the command's rule. */
@Injectable()
export class LookUpReferral {
  constructor(@Inject(ReferralStream) private readonly referrals: ReferralStream) {}

  /** The command with `referral`: what is known of it, `null` when this tenant has no such referral. */
  async into<C extends Delivered & { readonly referralId: string }>(command: C): Promise<C> {
    const referral = await this.known(command.issued.tenantId, command.referralId);
    return Object.assign(command, { referral });
  }

  private async known(tenantId: string, referralId: string): Promise<KnownReferral | null> {
    const first = await this.referrals.first(tenantId, referralId);
    // Whatever begins a referral says whose it is.
    const begun = first?.event?.data as { readonly patientId?: unknown; readonly intakeId?: unknown } | undefined;
    if (typeof begun?.patientId !== 'string') return null;
    return { patientId: begun.patientId, intakeId: typeof begun.intakeId === 'string' ? begun.intakeId : null };
  }
}
