import { randomUUID } from 'node:crypto';
import { derivedId, sha256, type CommandRunner } from '@referral/event-store';
import { type CommandName, referralAggregate, type ReferralCommand } from '@referral/referral';

/** What one command says, and how long after the receipt of its referral. */
export interface Step {
  readonly name: CommandName;
  readonly afterHours: number;
  readonly fields: object;
}

/** Receipt of the first synthetic referral; the others follow, a minute apart. */
const firstReceipt = Date.parse('2026-03-02T14:00:00.000Z');
const hourMs = 3_600_000;

const someone = {
  userId: 'user-1',
  kind: 'human',
  roles: [
    'intake',
    'coordinator',
    'auth_specialist',
    'clinical_reviewer',
    'lead',
    'referring_party',
    'receiving_party',
  ],
} as const;

const described = new Map(referralAggregate.commands.map((description) => [description.name, description]));

/** The id of the synthetic referral with a number. */
export const referralIdOf = (number: number): string => derivedId('bench', number);

/** A step as a command about the referral with a number. */
export const commandOf = (number: number, { name, afterHours, fields }: Step): ReferralCommand => {
  const description = described.get(name);
  if (!description) throw new TypeError(`${name} is no command of a referral`);
  const recordedAt = new Date(firstReceipt + number * 60_000 + afterHours * hourMs).toISOString();
  const referralId = referralIdOf(number);
  const issued = { tenantId: 'bench', actor: someone, source: { channel: 'api' as const }, recordedAt };
  const given = {
    referralId,
    reference: `REF-2026-${String(number).padStart(6, '0')}`,
    occurredAt: recordedAt,
    issued,
  };
  return Object.assign(new description.command() as ReferralCommand, given, fields);
};

/** Runs a command as the API does, under a key of its own. */
export const run = (runner: CommandRunner, command: ReferralCommand): ReturnType<CommandRunner['run']> => {
  const commandId = randomUUID();
  const { issued, ...body } = command;
  const commandHash = sha256(JSON.stringify(body));
  return runner.run(referralAggregate, command, {
    commandId,
    commandHash,
    correlationId: commandId,
    causationId: commandId,
  });
};
