import type { ConsentSearch, LookUp, Outcome, Search } from '@referral/processes';
import { Looking } from '../looking/looking';
import type { Sending } from '../sending/sending';

/** Finds what a specification says is there. */
export class RememberedLooking extends Looking {
  /** What is found, whatever is looked for. */
  values: readonly string[] = [];
  readonly asked: (Search | ConsentSearch | LookUp)[] = [];

  look({ errand }: Sending<Search | ConsentSearch | LookUp>): Promise<Outcome> {
    this.asked.push(errand);
    return Promise.resolve({ outcome: 'found', values: this.values, more: false });
  }
}
