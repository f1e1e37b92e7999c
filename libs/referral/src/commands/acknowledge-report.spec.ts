import { describe, it } from '@jest/globals';
import { acknowledge, acknowledged, actor, by, changed, forwarded, given, histories } from '../testing';

const inHand = [...histories.report_received, forwarded];

describe('acknowledging the report', () => {
  it('tells that the referrer has read it and what follows', () => {
    given(...inHand)
      .when(acknowledge)
      .then(acknowledged);
  });

  it('tells it once', () => {
    given(...inHand, acknowledged)
      .when(acknowledge)
      .thenNothing();
  });

  it('does not change what follows afterwards', () => {
    given(...inHand, acknowledged)
      .when(changed(acknowledge, { disposition: 'follow_up_ordered' }))
      .thenRejected('CONTRADICTS_RECORD');
  });

  it('needs a report', () => {
    given(...histories.visit_completed)
      .when(acknowledge)
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('is for the office that referred', () => {
    const office = (orgId: string) => ({ ...actor('referrer-1', 'referring_party'), orgId });
    given(...inHand)
      .when(by(acknowledge, office('office-2')))
      .thenRejected('NOT_YOUR_SIDE');
    given(...inHand)
      .when(by(acknowledge, office('office-1')))
      .then(acknowledged);
  });
});
