import type { Ledger } from './ledger';
import type { Told } from './telling';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** One referral on its way, told as it goes. */
export interface Story {
  /** The instant so many days and hours after the story begins, three weeks ago at 14:00 UTC. */
  readonly at: (day: number, hours?: number) => string;
  /** The order comes in as a FHIR message. */
  readonly begin: (message: object) => Promise<void>;
  /** A command takes effect at an instant. */
  readonly step: (command: string, occurredAt: string, body: object) => Promise<void>;
}

/** Lives a story in a ledger, telling each step; resolves with the id of its referral. */
export const live = async (
  ledger: Ledger,
  told: Told,
  story: (story: Story) => Promise<void>,
  now: Date,
): Promise<string> => {
  const beginning = Math.floor(now.getTime() / DAY_MS) * DAY_MS - 21 * DAY_MS + 14 * HOUR_MS;
  let referralId = '';
  await story({
    at: (day, hours = 0) => new Date(beginning + day * DAY_MS + hours * HOUR_MS).toISOString(),
    begin: async (message) => {
      referralId = await ledger.intake(message);
      await told('FHIR message', referralId);
    },
    step: async (command, occurredAt, body) => {
      await ledger.command(referralId, command, { ...body, occurredAt });
      await told(command, referralId);
    },
  });
  return referralId;
};
