import type { Document, Value } from '../../bson';
import type { Variables } from '../expression/expression';
import { refuse } from '../mongo-error';
import { documentStage } from '../aggregate/document-stages';

/** An update written as a pipeline: each stage makes a document from a document. */
export type PipelineUpdate = (document: Document) => Document;

const allowed = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** Compiles the stages an update may hold. */
export const compilePipelineUpdate = (stages: readonly Value[], variables: Variables): PipelineUpdate => {
  const steps = stages.map((stage) => {
    if (stage.type !== 'object' || stage.value.size !== 1)
      throw refuse('FailedToParse', 'A pipeline stage specification object must contain exactly one field.');
    const [[name, operand] = ['', stage]] = stage.value.fields;
    const step = allowed.has(name) ? documentStage(name, operand, variables) : undefined;
    if (!step) throw refuse('InvalidOptions', `${name} is not allowed to be used within an update`);
    return step;
  });
  return (document) => steps.reduce((current, step) => step(current), document);
};
