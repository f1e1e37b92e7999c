import { Inject, Injectable } from '@nestjs/common';
import { ReadModels } from '@referral/read-models';
import { readPositionToken } from '../http/positions';
import { Unavailable } from '../http/unavailable';

/** How long a query waits for a write to become visible. */
const WAIT_MS = 5_000;

/** Makes a query wait for the caller's own writes (`?atLeast=<position>`). */
@Injectable()
export class Visible {
  constructor(@Inject(ReadModels) private readonly readModels: ReadModels) {}

  /** Resolves when the read model has seen the position. Throws Unavailable when it has not within 5 s. */
  async atLeast(projection: string, token: string | undefined): Promise<void> {
    if (token === undefined) return;
    const position = readPositionToken(token, 'atLeast');
    if (!(await this.readModels.waitFor(projection, position, WAIT_MS)))
      throw new Unavailable('NOT_YET_VISIBLE', `The read model ${projection} has not seen position ${token} yet.`);
  }
}
