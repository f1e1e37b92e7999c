import { type Payer, Payers, type PayerSettings, type Provider } from '@referral/payer';

/** How payers are reached: all through one address, as a clearinghouse offers it. */
export interface ClearinghouseSettings extends Omit<PayerSettings, 'payerId' | 'payerName'> {
  /** Who asks. */
  readonly requester: Provider;
}

/** The payers behind one address. Each has bounds of its own, so that one that is slow or down holds up no other. */
export class Clearinghouse {
  private readonly payers = new Map<string, Payer>();

  /** @param clock the current instant, ISO 8601 in UTC */
  constructor(
    private readonly settings: ClearinghouseSettings,
    private readonly clock: () => string,
  ) {}

  get requester(): Provider {
    return this.settings.requester;
  }

  /** The payer with an id, as coverages name it. */
  of(payerId: string): Payer {
    const known = this.payers.get(payerId) ?? this.open(payerId);
    this.payers.set(payerId, known);
    return known;
  }

  private open(payerId: string): Payer {
    const { requester: _, ...settings } = this.settings;
    const payer = new Payers([{ ...settings, payerId, payerName: payerId }], this.clock).of(payerId);
    if (!payer) throw new TypeError(`there is no payer ${payerId}`);
    return payer;
  }
}
