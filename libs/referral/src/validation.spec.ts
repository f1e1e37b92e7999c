import { describe, expect, it } from '@jest/globals';
import { schemaOf, wrongPathsIn } from '@referral/values/testing';
import { useCases } from './commands/all';
import { bodies } from './testing/bodies';
import type { CommandName } from './transitions';

const useCaseOf = (name: CommandName) => {
  const useCase = useCases.find((known) => known.name === name);
  if (!useCase) throw new Error(`there is no command ${name}`);
  return useCase;
};

const wrongIn = (name: CommandName, body: object) => wrongPathsIn(useCaseOf(name), body);

describe('the body of a command', () => {
  it.each(useCases)('does not give the referral its reference: $name', async ({ name }) => {
    expect(await wrongIn(name, { ...bodies[name], reference: 'REF-1' })).toEqual(['reference']);
  });

  it('is refused in depth', async () => {
    const wrong = {
      ...bodies.ReceiveReferral,
      referringParty: { id: 'office 1', type: 'shop', colour: 'red' },
      externalIds: [{ system: 'http://example.org/orders' }],
      requestedSpecialty: 'cardiology',
      diagnoses: [7],
      validity: { start: '2026-06-30', end: '2026-03-01' },
    };
    expect((await wrongIn('ReceiveReferral', wrong)).sort()).toEqual([
      'diagnoses.0',
      'externalIds.0.value',
      'referringParty.colour',
      'referringParty.id',
      'referringParty.type',
      'requestedSpecialty',
      'validity.end',
    ]);
  });

  it('is refused for an appointment that ends before it begins', async () => {
    const { start } = bodies.ScheduleAppointment;
    expect(await wrongIn('ScheduleAppointment', { ...bodies.ScheduleAppointment, end: start })).toEqual(['end']);
    const to = { start, end: start };
    expect(await wrongIn('RescheduleAppointment', { ...bodies.RescheduleAppointment, to })).toEqual(['to.end']);
  });

  it('is bounded: texts, lists and ids', async () => {
    const long = 'x'.repeat(10_001);
    expect(await wrongIn('AddNote', { ...bodies.AddNote, text: long })).toEqual(['text']);
    expect(await wrongIn('AddNote', { ...bodies.AddNote, text: ' \n' })).toEqual(['text']);
    expect(await wrongIn('AddNote', { ...bodies.AddNote, noteId: 'x'.repeat(129) })).toEqual(['noteId']);
    const missingItems = Array.from({ length: 101 }, (_, index) => `item-${index}`);
    expect(await wrongIn('ReceiveReferral', { ...bodies.ReceiveReferral, missingItems })).toEqual(['missingItems']);
  });
});

describe('the JSON schema of a command', () => {
  it('tells formats, bounds and what a list holds', () => {
    const { properties = {} } = schemaOf(useCaseOf('ScheduleAppointment'));
    expect(properties).toMatchObject({
      start: { type: 'string', format: 'date-time' },
      destination: { $ref: '#/definitions/PartyRefValue' },
      externalIds: { type: 'array', maxItems: 20, items: { $ref: '#/definitions/IdentifierValue' } },
      preparation: { type: 'string', minLength: 1, maxLength: 4000 },
    });
  });
});
