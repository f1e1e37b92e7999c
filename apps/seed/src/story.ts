import type { Actor } from '@referral/eventsourcing';
import type { Draws } from './draws';
import type { Outcome, Step, Telling } from './step';
import { hourMs, inOfficeHours, stamp } from './virtual-time';

/** One history as it is told: its own chance, and its own place on the virtual clock. */
export class Story {
  constructor(
    readonly draws: Draws,
    /** ms since 1970. */
    public now: number,
  ) {}

  /** Time passes, so many hours, and on to office hours. */
  wait(least: number, most: number): this {
    this.now = inOfficeHours(this.draws, this.passed(least, most));
    return this;
  }

  /** Time passes on the wall clock: the system does not keep office hours. */
  tick(least: number, most: number): this {
    this.now = this.passed(least, most);
    return this;
  }

  /** Not before an instant. */
  until(at: number): this {
    this.now = Math.max(this.now, at);
    return this;
  }

  get stamp(): string {
    return stamp(this.now);
  }

  *tell(name: string, by: Actor, body: object, more: Pick<Step, 'id' | 'lookedUp'> = {}): Telling<Outcome> {
    return yield { at: this.now, name, by, body, ...more };
  }

  private passed(least: number, most: number): number {
    return this.now + Math.floor((least + this.draws.fraction() * (most - least)) * hourMs);
  }
}
