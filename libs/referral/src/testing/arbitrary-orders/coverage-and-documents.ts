import fc from 'fast-check';
import type { ReferralCommand } from '../../commands/referral-command';
import {
  authorizationNeeds,
  authorizationStates,
  coverageChoices,
  destinationStatuses,
} from '../../values/coverage-vocabulary';
import { consentStatuses, purposesOfUse, scanResults, transmissionOutcomes } from '../../values/document-vocabulary';
import { changed } from '../order';
import * as coverage from '../orders/coverage';
import * as documents from '../orders/documents';

const units = fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined });

/** Any order about who pays. */
export const anyCoverageOrder: fc.Arbitrary<ReferralCommand> = fc.oneof(
  fc.constantFrom('trace-1', 'trace-2').map((trace) => changed(coverage.askPayer, { trace })),
  fc.constant(coverage.changeCoverage),
  fc.constantFrom(...authorizationNeeds).map((needed) => changed(coverage.determineNeed, { needed })),
  fc
    .record({ status: fc.constantFrom(...authorizationStates), unitsRemaining: units })
    .map(({ status, unitsRemaining }) =>
      changed(coverage.reflectAuthorization, { status, ...(unitsRemaining === undefined ? {} : { unitsRemaining }) }),
    ),
  fc.constant(coverage.refuseCoverage),
  fc.constant(coverage.offerAlternatives),
  fc.constantFrom(...coverageChoices).map((choice) => changed(coverage.decideCoverage, { choice })),
  fc.constantFrom(...destinationStatuses).map((status) => changed(coverage.reflectDestination, { status })),
);

/** Any order about documents and their ways. */
export const anyDocumentOrder: fc.Arbitrary<ReferralCommand> = fc.oneof(
  fc.constantFrom('patient-1', 'patient-1', 'patient-2').map((patientId) => changed(documents.attach, { patientId })),
  fc.constantFrom('clean' as const, ...scanResults).map((result) => changed(documents.scan, { result })),
  fc.constant(documents.withdraw),
  fc.constantFrom('package-1', 'package-2').map((packageId) => changed(documents.compose, { packageId })),
  fc
    .constantFrom('TREAT' as const, ...purposesOfUse)
    .map((purposeOfUse) => changed(documents.transmit, { purposeOfUse })),
  fc.constantFrom(...transmissionOutcomes).map((outcome) => changed(documents.wentOut, { outcome })),
  fc.constant(documents.confirmDelivery),
  fc.constant(documents.acknowledgeReceipt),
  fc.constantFrom(...consentStatuses).map((status) => changed(documents.reflectConsent, { status })),
);
