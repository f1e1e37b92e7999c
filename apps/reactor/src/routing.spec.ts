import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ReferralCommand, referralAggregate } from '@referral/referral';
import { actor, by, changed, claim, receive } from '@referral/referral/testing';
import { processes } from '@referral/processes';
import { until } from './testing/until';
import { World } from './testing/world';

const DAY = 86_400_000;
const { referralId } = receive;
const free = { userId: 'user-1', teamId: 'team-1', languages: ['es'], open: 0 };

describe('a referral that nobody has', () => {
  let world: World;
  beforeEach(() => {
    world = new World({
      processes: processes.filter(({ name }) => name === 'routing'),
      aggregates: [referralAggregate],
      startsAt: '2026-03-02T14:00:00Z',
    });
  });
  afterEach(() => world.stop());

  const issue = (command: ReferralCommand) =>
    world.issue(
      referralAggregate,
      Object.assign(changed(command, {}), { issued: { ...command.issued, tenantId: 'default' } }),
    );
  const facts = async (type: string) =>
    (await world.facts(`referral-${referralId}`)).filter((fact) => fact.type === type).map(({ data }) => data);
  const finds = (...assignees: readonly (typeof free)[]) => {
    world.looking.answer = { outcome: 'assignees', assignees, others: true };
  };
  const isAsked = (times: number) => until('somebody is looked for', () => world.looking.asked.length === times);
  const settled = () => world.recorded(`routing-${referralId}`, 'ErrandSettled');
  const isSettled = (times: number) => until('errands are settled', async () => (await settled()).length === times);
  const isSet = (times: number) =>
    until('it is waited for', async () => {
      return (await world.recorded(`routing-${referralId}`, 'TimerSet')).length === times;
    });
  /** It comes in, and the time for the first look. */
  const comesIn = async () => {
    await issue(receive);
    await isSet(1);
    world.time.pass(1_000);
  };

  it('is given to somebody once, also when the reactor ends in between', async () => {
    finds(free);
    world.sender.open = false;
    await world.start();
    await comesIn();
    await until('it is sent', () => world.sender.sent.length > 0);
    await world.stop();
    world.positions.forget();
    world.sender.open = true;
    await world.start();
    await isSettled(2);
    expect(await facts('ReferralAssigned')).toMatchObject([
      { teamId: 'team-1', coordinatorId: 'user-1', rule: 'skill' },
    ]);
    expect(world.looking.asked).toEqual([{ kind: 'assignees', specialty: 'cardiology' }]);
  });

  it('is left to who claims it before the command is taken', async () => {
    finds(free);
    world.sender.open = false;
    await world.start();
    await comesIn();
    await until('it is sent', () => world.sender.sent.length > 0);
    await issue(changed(by(claim, actor('user-2', 'coordinator')), { coordinatorId: 'user-2' }));
    world.sender.open = true;
    world.time.pass(60_000);
    await isSettled(2);
    expect((await settled())[1]).toMatchObject({ outcome: 'refused', code: 'ALREADY_CLAIMED' });
    expect(await facts('ReferralAssigned')).toEqual([]);
  });

  it('is looked at again on the next day when nobody could take it, also when the reactor was not there meanwhile', async () => {
    finds();
    await world.start();
    await comesIn();
    await isAsked(1);
    await isSet(2);
    await world.stop();
    finds(free);
    world.time.pass(DAY);
    await world.start();
    await isSettled(3);
    expect(await facts('ReferralAssigned')).toMatchObject([{ coordinatorId: 'user-1' }]);
    expect(world.looking.asked).toHaveLength(2);
  });
});
