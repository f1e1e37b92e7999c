import { describe, it } from '@jest/globals';
import { covered, coverEnded, histories } from '@referral/referral/testing';
import { coverEnd } from './cover-end';
import { reacts } from './testing/given';

const { given } = reacts(coverEnd);

describe('standing in for a coordinator', () => {
  it('is ended when the absence is over', () => {
    const until = new Date(covered.data.until).toISOString();
    given(...histories.accepted)
      .when({ fact: covered })
      .then({ timers: { end: until } });
    given(...histories.accepted, covered)
      .when({ due: 'end', at: until })
      .then({ commands: [['EndCover', { coveringId: covered.data.coveringId }]] });
    given(...histories.accepted, covered)
      .when({ fact: coverEnded })
      .then({ cleared: ['end'] });
  });
});
