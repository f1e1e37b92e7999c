import { describe, it } from '@jest/globals';
import { actor, but, by, changed, given, histories, propose, proposed } from '../testing';

describe('proposing whom an item is about', () => {
  it('names candidates, and a person is to decide', () => {
    given(...histories.matching)
      .when(propose)
      .then(proposed);
  });

  it('says also that nobody was found', () => {
    given(...histories.matching)
      .when(changed(propose, { candidates: [] }))
      .then(but(proposed, { candidates: [] }));
  });

  it('proposes the same once', () => {
    given(...histories.needs_review)
      .when(propose)
      .thenNothing();
  });

  it('does not come after a person has decided, and is for machines', () => {
    given(...histories.matched)
      .when(changed(propose, { candidates: [] }))
      .thenRejected('ILLEGAL_TRANSITION');
    given(...histories.matching)
      .when(by(propose, actor('clerk-1', 'intake')))
      .thenRejected('ROLE_NOT_PERMITTED');
  });

  it.each([{ patientId: 'patient-2' }, { score: 0.5 }, { evidence: [] }])('proposes anew: %j', (otherwise) => {
    const candidates = proposed.data.candidates.map((candidate) => ({ ...candidate, ...otherwise }));
    given(...histories.needs_review)
      .when(changed(propose, { candidates }))
      .then(but(proposed, { candidates }));
  });
});
