import { describe, expect, it } from '@jest/globals';
import type { ReferralEvent } from '@referral/referral';
import {
  assigned,
  but,
  claimed,
  closed,
  drafted,
  histories,
  noted,
  received,
  receivedFromDraft,
  released,
  submitted,
} from '@referral/referral/testing';
import type { Assignee } from './assignee';
import type { Outcome } from './errand';
import { routing } from './routing';
import { reacts } from './testing/given';

const { given } = reacts(routing);

const at = new Date(received.occurredAt).toISOString();
const tomorrow = '2026-03-03T14:00:00.000Z';
const looks = { due: 'look', at } as const;
const asked = ['assignees', { specialty: 'cardiology' }] as const;

const free: Assignee = { userId: 'user-1', teamId: 'team-1', languages: [], open: 3 };
const busy: Assignee = { userId: 'user-2', teamId: 'team-2', languages: ['es'], open: 9 };
const answered = (...assignees: readonly Assignee[]) =>
  ({ settled: 'assignees', outcome: { outcome: 'assignees', assignees, others: true } satisfies Outcome }) as const;
const assigns = ({ teamId, userId }: Assignee) =>
  [['AssignReferral', { teamId, coordinatorId: userId, rule: 'skill' }]] as const;

const spanish = but(received, { languagePreference: 'es-US' });
const ofTeam: ReferralEvent = but(assigned, { teamId: 'team-2', coordinatorId: undefined as never });

describe('a referral that comes in', () => {
  it('is given to who can take it and has least to do', () => {
    given()
      .when({ fact: received })
      .then({ timers: { look: at } });
    given(drafted, submitted)
      .when({ fact: receivedFromDraft })
      .then({ timers: { look: at } });
    given(received)
      .when(looks)
      .then({ commands: [asked] });
    given(received)
      .when(looks, answered(busy, free))
      .then({ commands: assigns(free) });
    given(received)
      .when(looks, answered(free), { fact: assigned }, { settled: 'AssignReferral', outcome: { outcome: 'done' } })
      .thenNothing();
  });

  it('goes first to who speaks the language of the patient, which no record of the process tells', () => {
    given(spanish)
      .when(looks, answered(free, busy))
      .then({ commands: assigns(busy) });
    const { waiting, events } = given(spanish).when(looks);
    expect(JSON.stringify([waiting, events])).not.toContain('es-US');
  });

  it('stays unassigned while all are away or full, and somebody is looked for again a day later', () => {
    given(received)
      .when(looks, answered())
      .then({ timers: { look: tomorrow } });
    given(received)
      .when(looks, answered(), { due: 'look', at: tomorrow })
      .then({ commands: [asked] });
    given(received)
      .when(looks, answered(), { due: 'look', at: tomorrow }, answered(free))
      .then({ commands: assigns(free) });
  });

  it('is looked at once where nobody knows its specialty', () => {
    const outcome: Outcome = { outcome: 'assignees', assignees: [], others: false };
    given(received).when(looks, { settled: 'assignees', outcome }).thenNothing();
  });

  it('is looked at for the last time on its thirtieth day', () => {
    const late = (heardAt: string) => given().when({ fact: received, heardAt });
    late('2026-04-01T14:00:00.000Z').then({ timers: { look: '2026-04-01T14:00:00.000Z' } });
    late('2026-04-01T14:00:00.001Z').thenNothing();
    given(received)
      .when(looks, answered(), { due: 'look', at: '2026-04-01T14:00:00.000Z' })
      .then({ commands: [asked] });
    given(received).when(looks, answered(), { due: 'look', at: '2026-04-01T14:00:00.001Z' }).thenNothing();
  });

  it('is left to a lead or a reviewer when it is more than normally sensitive', () => {
    given()
      .when({ fact: but(received, { sensitivity: ['part2'] }) })
      .thenNothing();
    given()
      .when({ fact: but(received, { sensitivity: ['normal'] }) })
      .then({ timers: { look: at } });
  });

  it('is left to whoever has it already, and to nobody when it is over', () => {
    given(drafted, claimed).when({ fact: receivedFromDraft }).thenNothing();
    for (const fact of [assigned, claimed, closed])
      given(received)
        .when({ fact })
        .then({ cleared: ['look'] });
    given(...histories.received)
      .when({ fact: noted })
      .thenNothing();
  });

  it('is not taken from who was quicker', () => {
    given(received).when({ unheard: claimed }, looks).thenNothing();
    given(received).when(looks, { unheard: claimed }, answered(free)).thenNothing();
    const refused = { outcome: 'refused', code: 'ALREADY_CLAIMED' } as const;
    given(received)
      .when(looks, answered(free), { unheard: claimed }, { settled: 'AssignReferral', outcome: refused })
      .thenNothing();
  });

  it('stays with the team that has it, and is looked at again when that has become another', () => {
    given(received)
      .when({ fact: ofTeam }, looks)
      .then({ commands: [['assignees', { specialty: 'cardiology', teamId: 'team-2' }]] });
    const refused = { outcome: 'refused', code: 'ALREADY_CLAIMED' } as const;
    given(received)
      .when(looks, answered(free), { unheard: ofTeam }, { settled: 'AssignReferral', outcome: refused })
      .then({ timers: { look: tomorrow } });
  });

  it('is for people once one has given it back', () => {
    given(received, claimed).when({ fact: released }).thenNothing();
    given(received).when(looks, { unheard: claimed }, { unheard: released }, answered(free)).thenNothing();
  });
});
