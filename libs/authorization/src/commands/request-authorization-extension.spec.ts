import { describe, it } from '@jest/globals';
import { approved, but, changed, extensionRequested, given, histories, requestExtension } from '../testing';

describe('asking a payer for more time', () => {
  it('asks for a later end', () =>
    given(...histories.approved)
      .when(requestExtension)
      .then(extensionRequested));

  it('asks once', () =>
    given(...histories.approved, extensionRequested)
      .when(requestExtension)
      .thenNothing());

  it('does not ask for less', () =>
    given(...histories.approved)
      .when(changed(requestExtension, { new: { start: '2026-03-10', end: '2026-06-30' } }))
      .thenRejected('VALIDATION_FAILED'));

  it('needs something granted that has an end', () => {
    given(...histories.denied)
      .when(requestExtension)
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.submitted, but(approved, { validity: { start: '2026-03-10' } }))
      .when(requestExtension)
      .thenRejected('ILLEGAL_TRANSITION');
  });
});
