import { describe, expect, it } from '@jest/globals';
import type { ConsentEvent } from '@referral/patient';
import { consentNotice } from './consent-notice';
import { at, fact, found } from './testing/across';
import { instanceId, reacts } from './testing/given';

describe('a consent', () => {
  const { given } = reacts(consentNotice);
  const recorded = (more: object = {}) =>
    fact<ConsentEvent>('ConsentRecorded', {
      ...{
        consentId: instanceId,
        patientId: 'patient-1',
        kind: 'part2_specific',
        recipients: ['clinic-1', 'any clinic'],
      },
      ...{ expiresAt: '2026-06-30T00:00:00.000Z', documentId: 'document-1', ...more },
    });
  const revoked = fact<ConsentEvent>('ConsentRevoked', { effectiveAt: at, how: 'in writing' });
  const tells = { due: 'tell', at };

  it('is told to the open referrals of its patient, and ends at its time', () => {
    given()
      .when({ fact: recorded() })
      .then({ timers: { tell: at, expires: '2026-06-30T00:00:00.000Z' } });
    given(recorded())
      .when(tells)
      .then({ commands: [['search', { field: 'patientId', value: 'patient-1' }]] });
    const scope = { categories: ['part2'], recipientIds: ['clinic-1'] };
    const said = { consentId: instanceId, status: 'granted', scope, validThrough: '2026-06-30' };
    given(recorded())
      .when(tells, found('search', ['r1']))
      .then({ commands: [['ReflectConsentStatus', said]] });
    given(recorded())
      .when({ due: 'expires', at: '2026-06-30T00:00:00Z' })
      .then({ commands: [['ExpireConsent', {}]] });
  });

  it('without an end holds on, and one for treatment names nobody', () => {
    const endless = recorded({ kind: 'part2_tpo', expiresAt: null });
    given()
      .when({ fact: endless })
      .then({ timers: { tell: at } });
    given(endless)
      .when(tells, found('search', ['r1']))
      .then({
        commands: [
          ['ReflectConsentStatus', { consentId: instanceId, status: 'granted', scope: { categories: ['part2'] } }],
        ],
      });
  });

  it('is told to nobody when it was overridden in an emergency: it stands as before', () => {
    const override = { by: 'user-1', reason: { code: 'coma' } };
    const overridden = fact<ConsentEvent>('ConsentOverriddenForEmergency', override, '2026-03-03T09:00:00.000Z');
    given(recorded()).when({ fact: overridden }).thenNothing();
  });

  it('does not end once more when it was taken back', () => {
    given(recorded()).when({ unheard: revoked }, { due: 'expires', at: '2026-06-30T00:00:00Z' }).thenNothing();
  });

  it('lets nothing out any more when it is taken back', () => {
    const { waiting } = given(recorded(), revoked).when(tells, found('search', ['r1']));
    expect(waiting.timers).toEqual({});
    expect(Object.values(waiting.errands)).toMatchObject([{ body: { status: 'revoked' } }]);
  });

  it('lets nothing out by itself when only its words tell what it covers', () => {
    const { waiting } = given(recorded({ kind: 'roi' })).when(tells, found('search', ['r1']));
    expect(Object.values(waiting.errands)).toMatchObject([{ body: { scope: { categories: [] } } }]);
  });
});
