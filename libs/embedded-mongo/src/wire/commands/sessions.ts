import { sessionOf } from '../session-id';
import { documentList } from '../command';
import type { Command } from '../command';
import type { Context, Handler } from '../handler';
import { refuse } from '../../engine/mongo-error';
import { okReply } from '../reply';
import { abortTransaction, commitTransaction } from '../transaction-rules';
import { object } from '../../bson';

const requireTransaction = (
  { session }: Context,
  command: Command,
): { readonly session: Buffer; readonly number: bigint } => {
  const number = command.body.get('txnNumber');
  if (!session || number?.type !== 'long' || !command.body.has('autocommit'))
    throw refuse('InvalidOptions', `${command.name} must be run within a transaction`);
  if (command.database !== 'admin')
    throw refuse('IllegalOperation', `${command.name} may only be run against the admin database.`);
  return { session, number: number.value };
};

const endSessions: Handler = {
  fields: [],
  run: async ({ node }, command) => {
    const ids = documentList(command, command.name).flatMap((id) => sessionOf(object(id)) ?? []);
    for (const id of ids) node.cursors.closeOf(id.toString('hex'));
    await node.sessions.end(ids);
    return okReply({});
  },
};

/** Transactions and the end of sessions. */
export const sessions: Readonly<Record<string, Handler>> = {
  commitTransaction: {
    fields: ['recoveryToken'],
    inTransaction: true,
    run: async (context, command) => {
      const { session, number } = requireTransaction(context, command);
      await commitTransaction(context.node.sessions, session, number);
      return okReply({});
    },
  },
  abortTransaction: {
    fields: ['recoveryToken'],
    inTransaction: true,
    run: (context, command) => {
      const { session, number } = requireTransaction(context, command);
      abortTransaction(context.node.sessions, session, number);
      return okReply({});
    },
  },
  endSessions,
  killAllSessions: {
    fields: [],
    run: ({ node }) => {
      node.sessions.abortAll();
      return okReply({});
    },
  },
  killSessions: endSessions,
  refreshSessions: { fields: [], run: () => okReply({}) },
};
