import { describe, it } from '@jest/globals';
import {
  but,
  by,
  changed,
  coordinator,
  given,
  histories,
  received,
  reviewer,
  setUrgency,
  urgencyAssigned,
} from '../testing';

const asCoordinator = by(setUrgency, coordinator);

describe('setting the urgency', () => {
  it('assigns it', () => {
    given(received).when(setUrgency).then(urgencyAssigned);
  });

  it('assigns it once', () => {
    given(received, urgencyAssigned).when(setUrgency).thenNothing();
  });

  it('tells from what it changes', () => {
    given(received, urgencyAssigned)
      .when(changed(setUrgency, { to: 'stat' }))
      .then(but(urgencyAssigned, { from: 'routine', to: 'stat' }));
  });

  it('lets a coordinator raise it', () => {
    given(received, urgencyAssigned)
      .when(changed(asCoordinator, { to: 'expedited' }))
      .then(but(urgencyAssigned, { from: 'routine', to: 'expedited' }));
  });

  it('lets only a clinical reviewer lower it', () => {
    const urgent = but(urgencyAssigned, { to: 'urgent' });
    given(received, urgent).when(asCoordinator).thenRejected('URGENCY_DOWNGRADE_FORBIDDEN');
    given(received, urgent)
      .when(by(setUrgency, reviewer))
      .then(but(urgencyAssigned, { from: 'urgent' }));
  });

  it('counts what the referrer claimed as the urgency that is lowered', () => {
    given(but(received, { claimedUrgency: 'stat' }))
      .when(asCoordinator)
      .thenRejected('URGENCY_DOWNGRADE_FORBIDDEN');
  });

  it('is refused once the referral is finished', () => {
    given(...histories.closed)
      .when(changed(setUrgency, { to: 'stat' }))
      .thenRejected('REFERRAL_TERMINAL');
  });
});
