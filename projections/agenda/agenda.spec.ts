import { describe, it } from '@jest/globals';
import type { RecordedEvent } from '@referral/eventsourcing';
import { projects } from '@referral/eventsourcing/testing';
import type { Cause, ProcessEvent } from '@referral/processes';
import { agenda } from './agenda';

const { given } = projects(agenda);

const because: Cause = { kind: 'fact', eventId: 'event-1', type: 'ReferralReceived', revision: 0 };
const errand = { kind: 'command', category: 'referral', id: 'r1', command: 'CloseReferral', body: {} } as const;

const recorded = (event: Pick<ProcessEvent, 'type' | 'data'>): RecordedEvent<ProcessEvent> =>
  ({
    ...event,
    occurredAt: '2026-03-02T14:00:00.000Z',
    streamId: 'closure-r1',
    metadata: { correlationId: 'story', eventId: event.type, tenantId: 'default' },
  }) as unknown as RecordedEvent<ProcessEvent>;

const timer = { timerId: 'wait', dueAt: '2026-03-03T14:00:00.000Z', number: 0 };
const set = recorded({ type: 'TimerSet', data: { ...timer, because } });
const cleared = recorded({ type: 'TimerCleared', data: { timerId: 'wait', because } });
const errandGiven = recorded({ type: 'ErrandGiven', data: { errandId: 'closure-r1-1', errand, because } });
const settled = recorded({ type: 'ErrandSettled', data: { errandId: 'closure-r1-1', outcome: 'done' } });

const place = { process: 'closure', instanceId: 'r1', correlationId: 'story' };

describe('the agenda', () => {
  it('holds the timers that are set and the errands that are open', () => {
    given(set, errandGiven).then({
      ...place,
      lastEventId: 'ErrandGiven',
      timers: { wait: timer },
      errands: { 'closure-r1-1': errand },
    });
  });

  it('forgets an instance that waits for nothing', () => {
    given(set, errandGiven, cleared, settled).then(null);
  });

  it('takes an instance up again after it was forgotten', () => {
    given(set, cleared, errandGiven).then({
      ...place,
      lastEventId: 'ErrandGiven',
      timers: {},
      errands: { 'closure-r1-1': errand },
    });
  });
});
