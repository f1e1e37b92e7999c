import { describe, expect, it } from '@jest/globals';
import { sentence } from '@referral/eventsourcing/testing';
import { requireListedReason } from './reason-list';

const list = [
  { code: 'spam', commentMandatory: false },
  { code: 'other', commentMandatory: true },
];

const refusal = (...reason: readonly Parameters<typeof requireListedReason>[1][]): unknown => {
  try {
    return requireListedReason(list, reason[0]);
  } catch (error) {
    return error;
  }
};

describe('a reason', () => {
  it.each([{ code: 'spam' }, { code: 'other', comment: 'Sent twice.' }, { code: 'a code of their own' }])(
    'is taken as it is: %j',
    (reason) => expect(requireListedReason(list, reason)).toBe(reason),
  );

  it('has to be given, with a comment where the code does not say enough', () => {
    expect(refusal()).toMatchObject({ code: 'REASON_REQUIRED', message: expect.stringMatching(sentence) });
    expect(refusal({ code: 'other' })).toMatchObject({
      code: 'COMMENT_REQUIRED',
      message: expect.stringContaining('other'),
    });
  });
});
