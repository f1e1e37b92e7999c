/** What is told when the client stumbled over the late answer to an append that it had forgotten. */
interface Replaceable {
  replace: () => void;
}

const writers = new Set<Replaceable>();

/**
 * The client throws, in a promise that nobody holds, when the answer to an append comes after the append was rejected because some
 * stream of the process failed. Node.js would end the process for it. From now on such a rejection, and no other, only replaces the
 * writing clients, whose streams may be stuck behind it.
 */
export const tolerateLateReplies = (writer: Replaceable): void => {
  if (writers.size === 0) process.on('unhandledRejection', listen);
  writers.add(writer);
};

export const forgetLateReplies = (writer: Replaceable): void => {
  writers.delete(writer);
  if (writers.size === 0) process.removeListener('unhandledRejection', listen);
};

/** True for a rejection that comes out of the client's batch append. */
export const isLateReply = (reason: unknown): boolean =>
  reason instanceof Error && /@eventstore.db-client.*batchAppend/.test(reason.stack ?? '');

const listen = (reason: unknown): void => {
  if (isLateReply(reason)) for (const writer of writers) writer.replace();
  // As if nobody listened: a rejection that is none of ours must not be silenced by our listening.
  else if (process.listenerCount('unhandledRejection') === 1) throw reason;
};
