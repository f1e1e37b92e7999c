import { describe, expect, it } from '@jest/globals';
import { clocksStartedBy, clocksStoppedBy } from './triggers';

const started = (type: string, data: object = {}) => clocksStartedBy({ type, data });
const stopped = (type: string, data: object = {}) => clocksStoppedBy({ type, data });

describe('what starts and stops clocks', () => {
  it('starts the clocks that an event starts', () => {
    expect(started('ReferralReceived')).toEqual(['K1', 'K9']);
    expect(started('ReferralAccepted')).toEqual(['K4', 'K7', 'K8']);
    expect(started('AppointmentAttended')).toEqual(['K11']);
  });

  it('stops the clocks that an event stops', () => {
    expect(stopped('TriageStarted')).toEqual(['K1']);
    expect(stopped('AppointmentScheduled')).toEqual(['K8', 'K10']);
  });

  it('looks at what the event says where its type is not enough', () => {
    expect(stopped('ConsultNoteReceived', { kind: 'final' })).toEqual(['K11']);
    expect(stopped('ConsultNoteReceived', { kind: 'interim' })).toEqual([]);
    expect(stopped('StatusUpdateGiven', { to: { type: 'office' } })).toEqual(['K1']);
    expect(stopped('StatusUpdateGiven', { to: { type: 'patient' } })).toEqual(['K13']);
    expect(started('SlaBreached', { clock: 'K8' })).toEqual(['K13']);
    expect(started('SlaBreached', { clock: 'K1' })).toEqual([]);
    expect(stopped('StatusUpdateGiven', { to: null })).toEqual([]);
  });
});
