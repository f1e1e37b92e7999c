import { describe, it } from '@jest/globals';
import { at, but, changed, given, histories, recordTalk, talked } from '../testing';

describe('recording a talk between clinicians', () => {
  it('says what came of it', () =>
    given(...histories.peer_to_peer)
      .when(recordTalk)
      .then(talked));

  it('says it once', () =>
    given(...histories.upheld)
      .when(recordTalk)
      .thenNothing());

  it('keeps the time of the talk when the payer answers later', () => {
    const waiting = but(talked, { outcome: 'pending' });
    const later = '2026-03-08T10:00:00Z';
    given(...histories.peer_to_peer)
      .when(changed(recordTalk, { outcome: 'pending' }))
      .then(waiting);
    given(...histories.peer_to_peer, waiting)
      .when(at(recordTalk, later))
      .then({ ...talked, occurredAt: later });
  });

  it('needs a talk that was asked for', () =>
    given(...histories.denied)
      .when(recordTalk)
      .thenRejected('ILLEGAL_TRANSITION'));
});
