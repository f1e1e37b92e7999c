import { describe, expect, it } from '@jest/globals';
import { accepted, drafted, histories, noted, received, submitted } from '@referral/referral/testing';
import { arrival } from './arrival';
import { found } from './testing/across';
import { reacts } from './testing/given';

describe('the arrival of a referral', () => {
  const { given } = reacts(arrival);

  it('is when it is found out that its patient has died', () => {
    const asked = {
      commands: [
        ['look_up', { of: 'patient', ids: ['patient-1'] }],
        ['consents', { patientId: 'patient-1' }],
      ],
    } as const;
    given().when({ fact: received }).then(asked);
    given(drafted).when({ fact: submitted }).then(asked);
    given(received)
      .when(found('look_up', ['deceased']))
      .then({ commands: [['ReflectPatientDeath', { source: 'patient_record' }]] });
    given(received)
      .when(found('look_up', ['registered']))
      .thenNothing();
    given(received).when(found('look_up', [])).thenNothing();
  });

  it('is when it is told the consents of its patient, the oldest first', () => {
    const consents = [
      { consentId: 'consent-1', status: 'granted', scope: { categories: [] } },
      { consentId: 'consent-2', status: 'granted', scope: { categories: ['part2'] }, validThrough: '2026-09-01' },
    ] as const;
    given(received)
      .when({ settled: 'consents', outcome: { outcome: 'consents', consents } })
      .then({ commands: consents.map((consent) => ['ReflectConsentStatus', consent] as const) });
    given(received)
      .when({ settled: 'consents', outcome: { outcome: 'consents', consents: [] } })
      .thenNothing();
  });

  it('at a destination is when it is found out that nobody is taken there', () => {
    const asked = { of: 'destination', ids: [accepted.data.destination.id] };
    given(...histories.in_triage)
      .when(found('look_up', []), { fact: accepted })
      .then({ commands: [['look_up', asked]] });
    const steps = [found('look_up', []), { fact: accepted }] as const;
    given(...histories.in_triage)
      .when(...steps, found('look_up', ['suspended']))
      .then({
        commands: [['ReflectDestinationStatus', { destinationId: accepted.data.destination.id, status: 'suspended' }]],
      });
    for (const standing of [['open'], []])
      given(...histories.in_triage)
        .when(...steps, found('look_up', standing))
        .thenNothing();
  });

  it('is not looked up more than thirty days after, nor when anything else happens', () => {
    const { events } = given().when({ fact: received, heardAt: '2026-04-01T14:00:00.000Z' });
    expect(events).toHaveLength(2);
    given().when({ fact: received, heardAt: '2026-04-01T14:00:00.001Z' }).thenNothing();
    given(received).when({ fact: noted }).thenNothing();
  });

  it('is done with when what was found is told, or nothing could be found', () => {
    const refused = { outcome: 'refused', code: 'ILLEGAL_TRANSITION' } as const;
    given(received)
      .when(found('look_up', ['deceased']), { settled: 'ReflectPatientDeath', outcome: refused })
      .thenNothing();
    given(received).when({ settled: 'look_up', outcome: refused }).thenNothing();
  });
});
