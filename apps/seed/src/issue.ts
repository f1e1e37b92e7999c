import { aggregates } from '@referral/aggregates';
import { type CommandRunner, derivedId, sha256 } from '@referral/event-store';
import { type Aggregate, type Command, type CommandDescription, DomainError } from '@referral/eventsourcing';
import canonicalize from 'canonicalize';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { Outcome, Step } from './step';
import { stamp } from './virtual-time';

/** Whose history it is: callers of the API who do not say otherwise belong to this tenant. */
export const tenantId = 'default';

const source = { channel: 'import', system: 'seed' } as const;

const described = new Map(
  aggregates.flatMap((aggregate) =>
    aggregate.commands.map((description) => [description.name, { aggregate, description }] as const),
  ),
);

/** The id of an instance whose first command has this key. */
export const idFromKey = (key: string, field: string): string => derivedId(tenantId, key, field);

/** What the API looks up for a command before it is decided, beside what the story knows. */
export type LookUp = (name: string, at: string) => object;

/**
 * Issues a step as the API does: body checked, absent ids made from the key, hashed for idempotency. Throws a TypeError for a body that
 * the API would refuse, which is a mistake of the story.
 */
export const issue = async (runner: CommandRunner, key: string, lookUp: LookUp, step: Step): Promise<Outcome> => {
  const known = described.get(step.name);
  if (!known) throw new TypeError(`There is no command ${step.name}.`);
  const { aggregate, description } = known;
  const ids = idsOf(key, aggregate, description, step);
  const command = commandOf(description, step, ids, lookUp);
  const correlationId = derivedId(tenantId, key.slice(0, key.lastIndexOf('/')));
  const commandHash = hashOf(description.name, step);
  try {
    const { id } = await runner.run(aggregate, command, {
      commandId: key,
      commandHash,
      correlationId,
      causationId: key,
    });
    return { kind: 'done', id, ids };
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'refused', code: error.code };
    throw error;
  }
};

const idsOf = (
  key: string,
  { idField }: Aggregate,
  { generatedIds }: CommandDescription,
  { id, body }: Step,
): Readonly<Record<string, string>> => {
  const given = body as Readonly<Record<string, unknown>>;
  const absent = generatedIds.filter((field) => given[field] === undefined);
  return {
    ...Object.fromEntries(absent.map((field) => [field, idFromKey(key, field)])),
    [idField]: id ?? idFromKey(key, idField),
  };
};

const commandOf = ({ command: type, name }: CommandDescription, step: Step, ids: object, lookUp: LookUp): Command => {
  const command = plainToInstance(type, step.body, { exposeDefaultValues: true });
  const errors = validateSync(command, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) throw new TypeError(`${name}: ${errors.map(String).join('; ')}`);
  const recordedAt = stamp(step.at);
  const given: Partial<Command> = command;
  const looked = { ...ids, ...lookUp(name, recordedAt), ...step.lookedUp };
  const occurredAt = given.occurredAt ?? recordedAt;
  return Object.assign(command, looked, { occurredAt, issued: { tenantId, actor: step.by, source, recordedAt } });
};

/** SHA-256 (hex) of what a command asks, as the API has it. */
const hashOf = (name: string, { id, body }: Step): string => sha256(canonicalize({ name, id: id ?? null, body }) ?? '');
