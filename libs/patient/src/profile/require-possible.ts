import type { Patient } from './patient';
import { refusal, transitions } from './rules';

type CommandName = Parameters<typeof transitions.require>[1];

/**
 * The table must have a row for the command.
 * @throws PATIENT_MERGED with the id that survived (I43), PATIENT_DECEASED (I42), ILLEGAL_TRANSITION otherwise
 */
export const requirePossible = ({ stage, survivorId }: Patient, command: CommandName): void => {
  if (transitions.rowsFor(stage, command).length > 0) return;
  if (stage === 'merged') throw refusal('PATIENT_MERGED', undefined, { survivorId });
  if (stage === 'deceased') throw refusal('PATIENT_DECEASED');
  transitions.require(stage, command);
};
