import { describe, it } from '@jest/globals';
import {
  addNote,
  at,
  backdated,
  by,
  changed,
  complete,
  effective,
  everyone,
  given,
  noted,
  receive,
  received,
  receivedIncomplete,
  through,
} from './testing';

const withoutLead = { ...everyone, roles: everyone.roles.filter((role) => role !== 'lead') };
const justNow = '2026-06-10T12:00:00Z';
const taken = (occurredAt: string) => backdated(at(receive, justNow), occurredAt);
const came = (occurredAt: string) =>
  [
    { ...received, occurredAt, data: { ...received.data, clockStartAt: occurredAt } },
    { ...complete, occurredAt },
  ] as const;

describe('the effective time of a command', () => {
  it('is not in the future', () => {
    given().when(taken('2026-06-10T12:00:00.001Z')).thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('lies at most 72 hours back', () => {
    given()
      .when(by(taken('2026-06-07T12:00:00Z'), withoutLead))
      .then(...came('2026-06-07T12:00:00Z'));
    given()
      .when(by(taken('2026-06-07T11:59:59Z'), withoutLead))
      .thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('lies at most 365 days back when a lead says so', () => {
    given()
      .when(taken('2025-06-10T12:00:00Z'))
      .then(...came('2025-06-10T12:00:00Z'));
    given().when(taken('2025-06-10T11:59:59Z')).thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('may lie long back when another system recorded the referral then', () => {
    const claimed = (occurredAt: string) => by(changed(taken(occurredAt), { channel: 'ehr_fhir' }), withoutLead);
    const imported = (occurredAt: string) => through(claimed(occurredAt), 'ehr');
    const [first, second] = came('2019-01-01T00:00:00Z');
    given()
      .when(imported('2019-01-01T00:00:00Z'))
      .then({ ...first, data: { ...first.data, channel: 'ehr_fhir' } }, second);
    given().when(imported('2026-06-10T12:00:01Z')).thenRejected('BACKDATE_NOT_ALLOWED');
    given().when(claimed('2019-01-01T00:00:00Z')).thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('is not before the registration, however the offset is written', () => {
    const note = at(addNote, '2026-03-03T09:00:00-05:00');
    given(received).when(backdated(note, '2026-03-02T13:59:59Z')).thenRejected('BACKDATE_NOT_ALLOWED');
    given(received).when(backdated(note, '2026-03-02T14:00:00Z')).then(effective(noted, '2026-03-02T14:00:00Z'));
  });

  it('is now for a command that gives none, even when the clock of another server was ahead', () => {
    given(effective(receivedIncomplete, '2026-03-02T09:10:00.250-05:00')).when(addNote).then(noted);
  });
});
