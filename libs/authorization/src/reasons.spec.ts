import { describe, expect, it } from '@jest/globals';
import { cancellationReasons } from './reasons';

const tellsTooLittle = ['opened_in_error', 'other'];

describe('the reasons of a cancellation', () => {
  it.each(cancellationReasons)('are words; one that tells too little needs a comment: $code', (reason) => {
    expect(reason.code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(reason.commentMandatory).toBe(tellsTooLittle.includes(reason.code));
  });
});
