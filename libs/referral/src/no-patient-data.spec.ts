import { describe, expect, it } from '@jest/globals';
import {
  advised,
  amended,
  assessed,
  but,
  corrected,
  declined,
  histories,
  noted,
  received,
  referralAfter,
} from './testing';

const secret = 'Only the patient and the clinicians know this';

describe('the folded referral', () => {
  it('holds no patient data, so that it can be kept in read models', () => {
    const known = [
      but(received, { clinicalQuestion: secret, diagnoses: [{ system: secret, code: secret }] }),
      ...histories.in_triage.slice(1),
      but(noted, { text: secret }),
      but(amended, { changes: [{ field: 'diagnoses', old: secret, new: secret }] }),
      but(corrected, { old: secret, new: secret }),
      but(assessed, { answers: [{ linkId: 'q', value: secret }] }),
      but(advised, { advice: secret }),
      but(declined, { advice: secret }),
    ];
    expect(JSON.stringify(referralAfter(...known))).not.toContain(secret);
  });
});
