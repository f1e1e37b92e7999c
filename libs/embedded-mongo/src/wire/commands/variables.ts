import { date } from '../../bson';
import type { Value } from '../../bson';
import { compileExpression } from '../../engine/expression/compile';
import type { Variables } from '../../engine/expression/expression';
import { optionalDocument } from '../command';
import type { Command } from '../command';

/** The variables expressions of a command may use: NOW, and what `let` binds to constants. */
export const variablesOf = (command: Command): Variables => {
  const variables = new Map<string, Value | undefined>([['NOW', date(BigInt(Date.now()))]]);
  for (const [name, value] of optionalDocument(command, 'let')?.fields ?? []) {
    const evaluated = compileExpression(value, variables)({ root: { type: 'null' }, variables: new Map() });
    variables.set(name, evaluated ?? { type: 'undefined' });
  }
  return variables;
};
