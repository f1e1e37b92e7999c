import { describe, expect, it } from '@jest/globals';
import { policiesOf } from './policies-of';
import { appealFiled, approved, submitted } from './testing';

describe('what the envelope of an authorization’s event says', () => {
  it('names the version of the rule behind a due time, and none otherwise', () => {
    expect(policiesOf(submitted)).toEqual([{ kind: 'sla', id: 'payer-decision', version: 2 }]);
    expect(policiesOf(appealFiled)).toEqual([{ kind: 'sla', id: 'payer-decision', version: 2 }]);
    expect(policiesOf(approved)).toEqual([]);
  });
});
