import { describe, it } from '@jest/globals';
import {
  but,
  closed,
  effective,
  histories,
  heartClinic,
  needDetermined,
  authorized,
  referringOffice,
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
});
