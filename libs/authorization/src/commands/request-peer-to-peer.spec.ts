import { describe, it } from '@jest/globals';
import { changed, given, histories, requestTalk, talkRequested } from '../testing';

describe('asking for a talk between clinicians', () => {
  it('asks about what was refused', () =>
    given(...histories.denied)
      .when(requestTalk)
      .then(talkRequested));

  it('asks once', () => {
    given(...histories.peer_to_peer)
      .when(requestTalk)
      .thenNothing();
    given(...histories.peer_to_peer)
      .when(changed(requestTalk, { windowEndsAt: '2026-03-14T10:00:00Z' }))
      .thenRejected('ILLEGAL_TRANSITION');
  });

  it('has nothing to talk about before the decision', () =>
    given(...histories.submitted)
      .when(requestTalk)
      .thenRejected('ILLEGAL_TRANSITION'));
});
