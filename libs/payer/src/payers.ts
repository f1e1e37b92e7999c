import { guard } from './http/guard';
import type { Payer } from './payer';
import type { Partner } from './x12/partner';
import { X12Payer } from './x12-payer';

/** One payer that can be asked. What is absent is 30 s, 4 calls at once, and 30 s of peace after 5 failures in a row: this project's own defaults. */
export interface PayerSettings extends Partner {
  /** Where its documents are posted. */
  readonly url: string;
  readonly timeoutMs?: number;
  readonly atMostAtOnce?: number;
  readonly failuresUntilOpen?: number;
  readonly openForMs?: number;
}

/** The payers that can be asked. Each has bounds of its own, so that one that is slow or down holds up no other. */
export class Payers {
  private readonly payers: ReadonlyMap<string, Payer>;

  /** @param clock the current instant, ISO 8601 in UTC */
  constructor(settings: readonly PayerSettings[], clock: () => string) {
    this.payers = new Map(settings.map((one) => [one.payerId, open(one, clock)]));
  }

  /** The payer with an id; `undefined` when it cannot be asked by documents, so that somebody must call it. */
  of(payerId: string): Payer | undefined {
    return this.payers.get(payerId);
  }
}

const open = (
  { url, timeoutMs = 30_000, atMostAtOnce = 4, failuresUntilOpen = 5, openForMs = 30_000, ...partner }: PayerSettings,
  clock: () => string,
): Payer =>
  new X12Payer({ url, partner, timeoutMs, clock, guard: guard({ atMostAtOnce, failuresUntilOpen, openForMs }) });
