import { refuse } from '../../engine/mongo-error';
import { collectionName, flag, optionalDocument, optionalWhole, requiredList, statementOf } from '../command';
import type { Command } from '../command';
import type { Handler } from '../handler';
import { hintOf } from './hint';
import { defaultBatch, openCursor } from './open-cursor';
import { aggregateDocuments, collectionToRead, scratchOf } from './read-source';
import { variablesOf } from './variables';
import { writeResults, writingStage } from './write-results';

/** The name of the collection, or undefined for a pipeline over a database. */
export const aggregateTarget = (command: Command): string | undefined => {
  const target = command.body.get('aggregate');
  if (target?.type === 'int' || target?.type === 'double' || target?.type === 'long') return undefined;
  return collectionName(command);
};

/** The aggregate command. */
export const aggregate: Handler = {
  fields: ['pipeline', 'cursor', 'explain', 'allowDiskUse', 'hint', 'let', 'bypassDocumentValidation'],
  inTransaction: true,
  run: async (context, command) => {
    if (flag(command, 'explain'))
      throw refuse('NotImplemented', 'use the explain command instead of the explain option');
    const cursor = optionalDocument(command, 'cursor');
    if (!cursor)
      throw refuse('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
    const name = aggregateTarget(command);
    const collection = name === undefined ? undefined : collectionToRead(context, command.database, name);
    const stages = requiredList(command, 'pipeline');
    const writing = writingStage(stages);
    const { stream } = aggregateDocuments(context, command.database, collection, writing?.before ?? stages, {
      variables: variablesOf(command),
      hint: hintOf(command, collection),
      scratch: scratchOf(context, command),
    });
    const namespace = `${command.database}.${name ?? '$cmd.aggregate'}`;
    if (writing) {
      const level = optionalDocument(command, 'readConcern')?.get('level');
      if (level?.type === 'string' && level.value === 'linearizable')
        throw refuse('InvalidOptions', `${writing.name} cannot be used with a 'linearizable' read concern level`);
      await writeResults(context, command.database, writing, stream);
      return openCursor(context, namespace, [], defaultBatch, false);
    }
    const batchSize = optionalWhole(statementOf('cursor', cursor), 'batchSize') ?? defaultBatch;
    return openCursor(context, namespace, stream, batchSize, false);
  },
};
