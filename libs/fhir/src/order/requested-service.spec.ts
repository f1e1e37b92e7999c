import { describe, expect, it } from '@jest/globals';
import type { CodeableConcept } from 'fhir/r4';
import { message, orderPath } from '../testing/messages';
import { bodyOf, refusals } from '../testing/read';

const snomed = 'http://snomed.info/sct';
const taxonomy = 'http://nucc.org/provider-taxonomy';
const concept = (system: string, code: string): CodeableConcept => ({ coding: [{ system, code }] });

describe('the requested service', () => {
  it('is the coding that the user selected', () => {
    const coding = [
      { system: 'urn:example:local', code: 'CARD' },
      { system: snomed, code: '183519002', userSelected: true },
    ];
    expect(bodyOf(message({ code: { coding } })).requestedService).toEqual({ system: snomed, code: '183519002' });
  });

  it('is refused without a code, or with one of no system', () => {
    expect(refusals(message({ code: { text: 'see a cardiologist' } }))).toEqual([`required ${orderPath}.code.coding`]);
    expect(refusals(message({ code: { coding: [{ code: 'CARD' }] } }))).toEqual([`required ${orderPath}.code.coding`]);
  });
});

describe('the requested specialty', () => {
  it('is the type of performer that the order asks for', () => {
    const performerType = concept(snomed, '17561000');
    expect(bodyOf(message({ performerType })).requestedSpecialty).toEqual({ system: snomed, code: '17561000' });
  });

  it('is a category or a code of the provider taxonomy when no performer is described', () => {
    const cardiology = { system: taxonomy, code: '207RC0000X' };
    const category = [concept(snomed, '3457005'), concept(cardiology.system, cardiology.code)];
    expect(bodyOf(message({ category })).requestedSpecialty).toEqual(cardiology);
    expect(bodyOf(message({ code: { coding: [cardiology] } })).requestedSpecialty).toEqual(cardiology);
  });

  it('is an unnamed clinical specialty when nothing names one', () => {
    expect(bodyOf(message()).requestedSpecialty).toMatchObject({ system: snomed, code: '394658006' });
  });
});

describe('the kind and direction of a referral', () => {
  it.each([
    ['diagnostic', 'incoming', snomed, '108252007'],
    ['diagnostic', 'incoming', snomed, '363679005'],
    ['procedure', 'incoming', snomed, '387713003'],
    ['community_service', 'community', snomed, '410606002'],
    ['community_service', 'community', 'http://hl7.org/fhir/us/core/CodeSystem/us-core-category', 'sdoh'],
    ['consult', 'incoming', snomed, '3457005'],
    ['consult', 'incoming', 'urn:example:local', 'constructor'],
  ])('are %s and %s by the category %s|%s', (type, direction, system, code) => {
    expect(bodyOf(message({ category: [concept(system, code)] }))).toMatchObject({ type, direction });
  });
});

describe('the urgency that a referral claims', () => {
  it.each([
    ['routine', 'routine'],
    ['urgent', 'urgent'],
    ['asap', 'expedited'],
    ['stat', 'stat'],
  ] as const)('is, by the priority %s, %s', (priority, claimedUrgency) => {
    expect(bodyOf(message({ priority }))).toMatchObject({ claimedUrgency });
  });

  it('is routine when the order has no priority', () => {
    expect(bodyOf(message()).claimedUrgency).toBe('routine');
  });
});

describe('the visits that are asked for', () => {
  it('are the quantity when it counts visits', () => {
    expect(bodyOf(message({ quantityQuantity: { value: 6 } })).visitsRequested).toBe(6);
    expect(bodyOf(message({ quantityQuantity: { value: 6, unit: 'visits' } })).visitsRequested).toBe(6);
  });

  it('are unknown when the quantity counts something else', () => {
    expect(bodyOf(message({ quantityQuantity: { value: 6, unit: 'hours' } }))).not.toHaveProperty('visitsRequested');
  });

  it.each([0, 1.5, 1001])('are refused when there are %d of them', (value) => {
    expect(refusals(message({ quantityQuantity: { value } }))).toEqual([`value ${orderPath}.quantityQuantity.value`]);
  });
});
