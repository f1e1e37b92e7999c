export { aggregates } from './aggregates';
