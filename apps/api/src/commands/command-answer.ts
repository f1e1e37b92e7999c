import type { CommandResult } from '@referral/event-store';
import { positionToken } from '../http/positions';

/** What every command answers: its aggregate's id, the revision after it, and the log position from which reads show it. */
export type CommandAnswer = Readonly<Record<string, string | number>>;

/** The answer to a command of an aggregate whose id has a name of its own. */
export const answerOf = (idField: string, { id, revision, position }: CommandResult): CommandAnswer => ({
  [idField]: id,
  revision: Number(revision),
  position: position === null ? '0' : positionToken(position),
});

/** How it looks, for the documentation. */
export const answerSchema = (idField: string) => ({
  type: 'object' as const,
  required: [idField, 'revision', 'position'],
  properties: {
    [idField]: { type: 'string' as const, format: 'uuid' },
    revision: { type: 'integer' as const },
    position: { type: 'string' as const, description: 'Give it as ?atLeast= to read your own write.' },
  },
});
