import { describe, it } from '@jest/globals';
import { at, backdated } from '@referral/eventsourcing/testing';
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

  it('records what is found later', () => {
    const later = '2026-03-05T09:00:00-05:00';
    given(received, acknowledged, investigated)
      .when(at(investigate, later))
      .then({ ...investigated, occurredAt: later });
  });

  it('can follow the acknowledgement at once, and does not precede it', () => {
    const { occurredAt } = acknowledged;
    given(received, acknowledged)
      .when(at(investigate, occurredAt))
      .then({ ...investigated, occurredAt });
    given(received, acknowledged)
      .when(backdated(investigate, '2026-03-03T08:59:59-05:00'))
      .thenRejected('CHRONOLOGY_VIOLATION');
  });
});
