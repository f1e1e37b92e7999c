import { describe, it } from '@jest/globals';
import {
  arrangeInterpreter,
  but,
  changed,
  given,
  histories,
  interpreterArranged,
  received,
  schedule,
  scheduled,
} from '../testing';

const needing = [but(received, { interpreterNeeded: true }), ...histories.accepted.slice(1)];

describe('arranging an interpreter', () => {
  it('is recorded', () => {
    given(...needing)
      .when(arrangeInterpreter)
      .then(interpreterArranged);
  });

  it('is recorded once', () => {
    given(...needing, interpreterArranged)
      .when(arrangeInterpreter)
      .thenNothing();
  });

  it('lets a visit be booked that asks for none', () => {
    given(...needing)
      .when(schedule)
      .thenRejected('INTERPRETER_NOT_ARRANGED');
    given(...needing, interpreterArranged)
      .when(schedule)
      .then(scheduled);
  });

  it('asks for an exception when a family member or a machine interprets', () => {
    given(...needing)
      .when(changed(arrangeInterpreter, { mode: 'family' }))
      .thenRejected('INTERPRETER_NOT_QUALIFIED');
  });

  it('is for a visit that exists', () => {
    given(...needing)
      .when(changed(arrangeInterpreter, { appointmentId: 'appointment-9' }))
      .thenRejected('APPOINTMENT_NOT_FOUND');
  });
});
