import { Inject, Injectable } from '@nestjs/common';
import { ReceiveReferral } from '@referral/referral';
import type { Delivered } from './delivery';
import type { Prepared } from './prepared';
import { PrepareReceiveReferral } from './prepare-receive-referral';

/** What some commands need from outside before they can be decided: numbers, reservations. */
@Injectable()
export class Preparations {
  constructor(@Inject(PrepareReceiveReferral) private readonly receiveReferral: PrepareReceiveReferral) {}

  async prepare(command: Delivered): Promise<Prepared> {
    return command instanceof ReceiveReferral ? this.receiveReferral.prepare(command) : { command };
  }
}
