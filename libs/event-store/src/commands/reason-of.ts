import type { Command } from '@referral/eventsourcing';

/** Code of the reason that a command gives; `undefined` where it gives none. */
export const reasonOf = (command: Command & { readonly reason?: unknown }): string | undefined => {
  const { reason } = command;
  if (typeof reason !== 'object' || reason === null || !('code' in reason)) return undefined;
  return typeof reason.code === 'string' ? reason.code : undefined;
};
