import type { WorklistRow } from './worklist-entry';

/** What a booked visit still lacks, in words. */
export const readinessGaps = ({ facets, packageTransmitted }: WorklistRow): readonly string[] =>
  [
    !facets.authorizationUsable && `the authorization is ${facets.authorization.replaceAll('_', ' ')}`,
    facets.authEndsBeforeVisit && 'it ends before the visit',
    facets.documents.missingMandatory > 0 && `${facets.documents.missingMandatory} mandatory items are missing`,
    facets.interpreter === 'needed' && 'no interpreter is arranged',
    !packageTransmitted && 'nothing was sent to the destination',
  ].filter((gap) => typeof gap === 'string');
