import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NotTaken } from '../sending/sending';
import { Desk } from '../testing/desk';

const specialty = 'cardiology';
const search = { kind: 'assignees', specialty } as const;

describe('who can take a referral', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.stopReading());

  const coordinator = async (userId: string, more: object = {}) => {
    const staffId = await desk.member({ userId, team: 'team-1', ...more });
    await desk.tell('staff', staffId, 'GrantRole', { role: 'coordinator' });
    await desk.tell('staff', staffId, 'AddSkill', { specialty });
    return staffId;
  };
  const open = async (coordinatorId: string) => {
    const referralId = await desk.referral();
    await desk.tell('referral', referralId, 'ClaimReferral', { coordinatorId });
    return referralId;
  };
  const told = async (tenantId = 'default', errand: object = {}) => {
    const outcome = await desk.look({ ...search, ...errand }, tenantId);
    if (outcome.outcome !== 'assignees') throw new TypeError(`it is ${outcome.outcome}`);
    return outcome;
  };
  const found = async (...asked: Parameters<typeof told>) => {
    const { assignees } = await told(...asked);
    return [...assignees].sort((one, other) => (one.userId < other.userId ? -1 : 1));
  };
  const free = (userId: string, more: object = {}) => ({ userId, teamId: 'team-1', languages: [], open: 0, ...more });

  it('is told with their languages and with what they have or stand in for, all that has happened', async () => {
    const ana = await coordinator('ana');
    await coordinator('ben');
    await desk.tell('staff', ana, 'AddSkill', { language: 'es' });
    const first = await open('ana');
    const second = await open('ana');
    await desk.tell('referral', second, 'CoverReferral', {
      ...{ coveringId: 'ben', coveredId: 'ana', until: '2026-03-09T09:00:00Z', surgeDeclarationId: 'surge-1' },
    });
    expect(await found()).toEqual([free('ana', { languages: ['es'], open: 2 }), free('ben', { open: 1 })]);
    await desk.tell('referral', first, 'ReleaseReferral', { reason: { code: 'no_capacity' } });
    expect(await found()).toEqual([free('ana', { languages: ['es'], open: 1 }), free('ben', { open: 1 })]);
  });

  it('is nobody who has another role or specialty, is away, has as many as they take, or is of another team or tenant', async () => {
    await coordinator('ana');
    await desk.member({ userId: 'ben', team: 'team-1' });
    const eva = await coordinator('eva');
    await desk.tell('staff', eva, 'RecordAbsence', {
      ...{ absenceId: 'absence-1', from: '2026-03-02T08:00:00Z', to: '2026-03-02T10:00:00Z' },
    });
    const ida = await coordinator('ida');
    await desk.tell('staff', ida, 'SetCapacity', { maxOpen: 1 });
    await open('ida');
    await coordinator('leo', { team: 'team-2' });
    expect(await found()).toEqual([free('ana'), free('leo', { teamId: 'team-2' })]);
    expect(await found('default', { teamId: 'team-2' })).toEqual([free('leo', { teamId: 'team-2' })]);
    expect(await found('default', { specialty: 'neurology' })).toEqual([]);
    expect(await found('other')).toEqual([]);
  });

  it('may be somebody who is away, or has as many as they take, at another time', async () => {
    const eva = await coordinator('eva');
    expect(await told()).toMatchObject({ others: false });
    await desk.tell('staff', eva, 'SetCapacity', { maxOpen: 0 });
    expect(await told()).toEqual({ outcome: 'assignees', assignees: [], others: true });
    expect(await told('default', { specialty: 'neurology' })).toMatchObject({ others: false });
  });

  it('is not told while the read models do not show what has happened', async () => {
    await coordinator('ana');
    await open('ana');
    expect(await found()).toEqual([free('ana', { open: 1 })]);
    await desk.stopReading();
    await open('ana');
    await expect(desk.look(search, 'default', 50)).rejects.toThrow(NotTaken);
  });

  it('is not told while the staff is not known as it is', async () => {
    await coordinator('ana');
    expect(await found()).toHaveLength(1);
    await desk.stopReading();
    await coordinator('ben');
    await expect(desk.look(search, 'default', 50)).rejects.toThrow(NotTaken);
  });
});
