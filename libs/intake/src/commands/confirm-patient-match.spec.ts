import { describe, it } from '@jest/globals';
import { backdated, but, changed, given, histories, match, matched, received } from '../testing';

describe('confirming whom an item is about', () => {
  it('settles it, also where no machine proposed anybody', () => {
    given(...histories.needs_review)
      .when(match)
      .then(matched);
    given(received).when(match).then(matched);
  });

  it('is said once', () => {
    given(...histories.matched)
      .when(match)
      .thenNothing();
  });

  it('can be corrected as long as nothing was made of it', () => {
    const other = changed(match, { patientId: 'patient-2' });
    given(...histories.matched)
      .when(other)
      .then(but(matched, { patientId: 'patient-2' }));
    given(...histories.converted)
      .when(other)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('does not take effect before the proposal', () => {
    given(...histories.needs_review)
      .when(backdated(match, '2026-03-02T09:11:00-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });

  it('can be known in another way', () => {
    given(...histories.matched)
      .when(changed(match, { method: 'identifier' }))
      .then(but(matched, { method: 'identifier' }));
  });
});
