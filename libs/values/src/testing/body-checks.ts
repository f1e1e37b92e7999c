import { deepStrictEqual, notDeepStrictEqual } from 'node:assert/strict';
import type { Command, CommandDescription } from '@referral/eventsourcing';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** Names of the fields that a body is refused for, as the edge refuses it. */
export const wrongIn = (type: new () => object, body: object): readonly string[] =>
  validateSync(plainToInstance(type, body, { exposeDefaultValues: true }), {
    whitelist: true,
    forbidNonWhitelisted: true,
  }).map(({ property }) => property);

/** What only the server says of a command: who, when, and of which instance. */
const bodyOf = ({ issued: _, occurredAt: __, ...said }: Command, idField: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(said)) as object).filter(([field]) => field !== idField));

/**
 * What holds of the body of every command of an aggregate, asked of one right command each: it is taken, nothing may be added to it, no
 * field may be `null`.
 */
export const bodyChecks = (
  idField: string,
  commands: readonly CommandDescription[],
  orders: readonly Command[],
): readonly { readonly title: string; readonly check: () => void }[] => [
  {
    title: 'there is one for every command',
    check: () => {
      deepStrictEqual(
        new Set(orders.map(({ constructor }) => constructor.name)),
        new Set(commands.map(({ name }) => name)),
      );
    },
  },
  ...orders.map((order) => ({
    title: `${order.constructor.name} is taken as it should be, and not otherwise`,
    check: () => {
      const type = order.constructor as new () => object;
      const body = bodyOf(order, idField);
      deepStrictEqual(wrongIn(type, body), []);
      const strange = { ...body, [idField]: 'id-1', issued: {}, surprise: true };
      deepStrictEqual(new Set(wrongIn(type, strange)), new Set([idField, 'issued', 'surprise']));
      for (const field of Object.keys(body)) notDeepStrictEqual(wrongIn(type, { ...body, [field]: null }), [], field);
    },
  })),
];
