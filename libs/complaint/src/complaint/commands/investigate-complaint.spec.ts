import { describe, it } from '@jest/globals';
import { given, investigate, received, acknowledged, investigated } from '../testing';

describe('investigating a complaint', () => {
  it('records what was found', () => {
    given(received, acknowledged).when(investigate).then(investigated);
  });

  it('records it once', () => {
    given(received, acknowledged, investigated).when(investigate).thenNothing();
  });

  it('comes after the acknowledgement', () => {
    given(received)
      .when(investigate)
      .thenRejected('ILLEGAL_TRANSITION', {
        from: 'received',
        command: 'InvestigateComplaint',
        allowed: ['AcknowledgeComplaint'],
      });
  });
});
