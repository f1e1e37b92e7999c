import { describe, expect, it } from '@jest/globals';
import type { ReferralEvent } from '@referral/referral';
import {
  accepted,
  but,
  closed,
  died,
  effective,
  histories,
  heartClinic,
  needDetermined,
  authorized,
  noted,
  received,
  referringOffice,
  urgencyAssigned,
} from '@referral/referral/testing';
import { authorizationOpening } from './authorization-opening';
import { instanceId, reacts } from './testing/given';

const { given } = reacts(authorizationOpening);
const at = '2026-03-02T16:10:00.000Z';
const due = { due: 'open', at };

describe('the opening of an authorization', () => {
  it('begins one when it is found that it is needed', () => {
    given(...histories.accepted)
      .when({ fact: needDetermined })
      .then({ timers: { open: at } });
    given(...histories.accepted, needDetermined)
      .when(due)
      .then({
        commands: [
          [
            'OpenAuthorization',
            {
              referralId: instanceId,
              coverageId: 'coverage-1',
              services: [
                {
                  code: { system: 'http://example.org/services', code: 'consultation' },
                  units: 1,
                  from: '2026-03-02',
                  to: '2026-06-30',
                },
              ],
              level: 'standard',
              requestingProvider: referringOffice,
              servicingProvider: heartClinic,
              planProfileVersion: 1,
            },
          ],
        ],
      });
  });

  it('begins none that is not needed, or is there already, or for a referral that has ended', () => {
    given(...histories.accepted)
      .when({ fact: but(needDetermined, { needed: 'not_required' }) })
      .thenNothing();
    for (const status of ['draft', 'approved'] as const)
      given(...histories.accepted, needDetermined)
        .when({ fact: but(authorized, { status }) })
        .then({ cleared: ['open'] });
    given(...histories.accepted, needDetermined)
      .when({ fact: effective(but(closed, { closureOutcome: 'patient_declined' }), '2026-03-02T12:00:00-05:00') })
      .then({ cleared: ['open'] });
  });

  const wanted = [...histories.accepted, needDetermined];
  const body = (...facts: readonly ReferralEvent[]) => {
    const { waiting } = given(...facts).when(due);
    return Object.values(waiting.errands).map((errand) => (errand.kind === 'command' ? errand.body : {}));
  };

  it('is for ninety days where the referral has no end, and never for less than a day', () => {
    const lasting = (validity: { readonly start: string; readonly end?: string }) =>
      body(but(received, { validity }), ...wanted.slice(1));
    expect(lasting({ start: '2026-03-01' })).toMatchObject([{ services: [{ from: '2026-03-02', to: '2026-05-31' }] }]);
    expect(lasting({ start: '2026-03-01', end: '2026-03-01' })).toMatchObject([{ services: [{ to: '2026-03-02' }] }]);
  });

  it('is expedited for a patient who must be seen soon', () => {
    for (const to of ['stat', 'urgent'] as const)
      expect(body(...wanted, but(urgencyAssigned, { to }))).toMatchObject([{ level: 'expedited' }]);
    expect(body(...wanted, but(urgencyAssigned, { to: 'expedited' }))).toMatchObject([{ level: 'standard' }]);
    expect(body(but(received, { claimedUrgency: 'stat' }), ...wanted.slice(1))).toMatchObject([{ level: 'standard' }]);
  });

  it('is not begun by anything else, nor once more by what is found again', () => {
    given(...wanted)
      .when({ fact: effective(needDetermined, '2026-03-02T12:00:00-05:00') })
      .thenNothing();
    given(...wanted)
      .when(due, { settled: 'OpenAuthorization', outcome: { outcome: 'done' } })
      .thenNothing();
    given(...wanted)
      .when(due, { fact: effective(noted, '2026-03-02T12:00:00-05:00') })
      .thenNothing();
    given(...wanted)
      .when({ unheard: authorized }, due)
      .thenNothing();
  });

  it('is begun in every stage on the way to a visit, and when the referral is accepted anew', () => {
    const found = effective(needDetermined, '2026-03-17T09:00:00-04:00');
    for (const stage of ['scheduled', 'visit_missed', 'visit_cancelled'] as const)
      given(...histories[stage])
        .when({ fact: found })
        .then({ timers: { open: '2026-03-17T13:00:00.000Z' } });
    given(...histories.visit_completed)
      .when({ fact: found })
      .thenNothing();
    given(...histories.in_triage, needDetermined)
      .when({ fact: effective(accepted, '2026-03-02T12:00:00-05:00') })
      .then({ timers: { open: '2026-03-02T17:00:00.000Z' } });
  });

  it('is not begun without a coverage, or for a patient who has died', () => {
    given(but(received, { coverageIds: [] }), ...histories.accepted.slice(1))
      .when({ fact: needDetermined })
      .thenNothing();
    given(...wanted)
      .when({ fact: died })
      .then({ cleared: ['open'] });
  });
});
