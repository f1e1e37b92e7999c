import { DomainError } from '@referral/eventsourcing';
import { Inject, Injectable } from '@nestjs/common';
import { worklist } from '@referral/projections';
import { ReadModels } from '@referral/read-models';

/**
 * Whether the worklist that queries are answered from is one that this program can ask. After an upgrade the older version is live until
 * the new one is built; its entries lack the keys of the queues, and a queue must not look empty because of that.
 */
@Injectable()
export class CurrentWorklist {
  #known = false;

  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  /** Throws READ_MODEL_NOT_READY while an older version is live. */
  async require(): Promise<void> {
    if (this.#known) return;
    const live = (await this.readModels.status()).find((model) => model.projection === worklist.name && model.live);
    if (live && live.version < worklist.version)
      throw new DomainError('READ_MODEL_NOT_READY', 'The work queues are being built for this version of the program.');
    this.#known = live !== undefined;
  }
}
