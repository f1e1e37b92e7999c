import { describe, expect, it } from '@jest/globals';
import { escalationReasons, rejectReasons } from './reasons';

describe('the reasons of intake', () => {
  it.each([...rejectReasons, ...escalationReasons])(
    'are words; one that says nothing needs a comment: $code',
    (reason) => {
      expect(reason.code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(reason.commentMandatory).toBe(reason.code === 'other');
    },
  );
});
