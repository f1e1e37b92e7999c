import type { Clock, Configuration } from '@referral/runtime';
import type { CommandSender } from '../sending/command-sender';
import { Clearinghouse } from './clearinghouse';
import type { Dossiers } from './dossiers';
import { NoPayers, type PayerDesk } from './payer-desk';
import { X12PayerDesk } from './x12-payer-desk';

/** Whoever asks payers, as the settings say. */
export const payerDesk = (
  configuration: Configuration,
  dossiers: Dossiers,
  sender: CommandSender,
  clock: Clock,
): PayerDesk => {
  const { PAYER_URL, PAYER_NPI, PAYER_REQUESTER, PAYER_SENDER, PAYER_RECEIVER, PAYER_USAGE, PAYER_TIMEOUT_MS } =
    configuration;
  if (PAYER_URL === undefined || PAYER_NPI === undefined) return new NoPayers();
  const settings = {
    url: PAYER_URL,
    requester: { npi: PAYER_NPI, name: PAYER_REQUESTER },
    sender: PAYER_SENDER ?? PAYER_NPI,
    receiver: PAYER_RECEIVER,
    // Who has no employer id says a 9 and nine digits.
    traceOriginator: `9${PAYER_NPI.slice(1)}`,
    usage: PAYER_USAGE,
    timeoutMs: PAYER_TIMEOUT_MS,
  };
  return new X12PayerDesk({ clearinghouse: new Clearinghouse(settings, clock), dossiers, sender });
};
