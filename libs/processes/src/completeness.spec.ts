import { describe, it } from '@jest/globals';
import {
  but,
  complete,
  itemRejected,
  itemVerified,
  itemWaived,
  noted,
  received,
  receivedIncomplete,
} from '@referral/referral/testing';
import { completeness } from './completeness';
import { reacts } from './testing/given';

const { given } = reacts(completeness);
const withoutLab = but(receivedIncomplete, { missingItems: ['lab'] });

describe('completeness', () => {
  it('is confirmed when the last mandatory item is met, or waived', () => {
    for (const fact of [itemVerified, itemWaived])
      given(withoutLab)
        .when({ fact })
        .then({ commands: [['ConfirmComplete', {}]] });
  });

  it('is not confirmed while another item is missing, or was rejected', () => {
    given(receivedIncomplete).when({ fact: itemWaived }).thenNothing();
    given(withoutLab).when({ fact: itemRejected }).thenNothing();
  });

  it('is confirmed once, and by what is met alone', () => {
    given(received, complete).when({ fact: itemWaived }).thenNothing();
    given(withoutLab).when({ unheard: itemWaived }, { fact: noted }).thenNothing();
    given(withoutLab)
      .when({ fact: itemWaived }, { settled: 'ConfirmComplete', outcome: { outcome: 'done' } })
      .thenNothing();
  });
});
