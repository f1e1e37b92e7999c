export { aggregates } from './aggregates';
export { commandPath, kebabCase } from './command-path';
