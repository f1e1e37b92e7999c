import { verifyLog } from '@referral/event-store';
import type { Benchmark, Check, Row } from '../benchmark';
import { rateInFlight } from '../in-flight';
import { openLedger, type Ledger } from '../ledger';
import { rawAppendRate, rawReadAndAppendRate } from '../raw-append';
import { noteAt, receipt, urgencyAt } from '../referral-life';
import { lifeLength, seed } from '../seed';
import { startStores } from '../stores';
import { commandOf, referralIdOf, run, type Step } from '../traffic';

const inFlight = 32;
const warmReferrals = 200;
const coldReferrals = 1_000;
const warmCommands = 8_000;
const warmUp = 1_000;
const oldStreams = Array.from(
  { length: coldReferrals },
  (_, index) => `referral-${referralIdOf(warmReferrals + index)}`,
);
/** A receipt makes two events, every other command one. */
const expectedEvents = warmReferrals * 2 + warmUp + 2 * warmCommands + coldReferrals * (lifeLength + 1);

type Kind = (afterHours: number, number: number) => Step;

/** Commands through the runner, warm and cold, with patient data and without, against the raw client at the same number in flight. */
export const commands: Benchmark = {
  name: 'commands',
  summary: 'Referral commands through the runner, states warm and cold, against raw appends.',
  run: async () => {
    const stores = await startStores();
    const ledger = openLedger(stores);
    const raw = () => rawAppendRate(ledger.raw, 5_000, inFlight);
    const rows: Row[] = [];
    const compared = async (
      name: string,
      measure: () => Promise<number>,
      ceiling = raw,
      ceilingName = 'raw appends',
    ) => {
      const before = await ceiling();
      const figure = await measure();
      const peer = { name: ceilingName, figure: (before + (await ceiling())) / 2 };
      rows.push({ name: `${name}, ${String(inFlight)} in flight`, figure, unit: '/s', peer });
    };
    try {
      const warm = await warmRunner(ledger);
      await raw();
      await compared('warm command with patient data', () => warm(noteAt));
      await compared('warm command without', () => warm(urgencyAt));
      await seed(ledger, warmReferrals, coldReferrals, lifeLength);
      const readAndAppend = () => rawReadAndAppendRate(ledger.raw, oldStreams.slice(0, 300), inFlight);
      await compared('cold command, 20 events', () => cold(ledger), readAndAppend, 'raw read of the stream and append');
      return { rows, checks: await outcome(ledger, expectedEvents) };
    } finally {
      await ledger.close();
      await stores.stop();
    }
  },
};

/** A runner that has just handled every one of its referrals. */
const warmRunner = async (ledger: Ledger) => {
  const runner = ledger.runner();
  await rateInFlight(warmReferrals, inFlight, (number) => run(runner, commandOf(number, receipt)));
  let hours = 1;
  const commandsOf = (kind: Kind, count: number): Promise<number> => {
    hours += 1;
    return rateInFlight(count, inFlight, (index) => {
      const turn = Math.floor(index / warmReferrals);
      return run(runner, commandOf(index % warmReferrals, kind(hours + turn / 100, hours * 1_000 + turn)));
    });
  };
  await commandsOf(noteAt, warmUp);
  return (kind: Kind) => commandsOf(kind, warmCommands);
};

/** One more note on each old referral, by a runner that knows none of them. */
const cold = (ledger: Ledger): Promise<number> => {
  const runner = ledger.runner();
  return rateInFlight(coldReferrals, inFlight, (index) =>
    run(runner, commandOf(warmReferrals + index, noteAt(960, 100))),
  );
};

const outcome = async ({ store }: Ledger, expected: number): Promise<readonly Check[]> => {
  const referrals = { readAll: () => store.readAll({ categories: ['referral'] }) };
  const { events, intact } = await verifyLog(referrals);
  return [
    { name: 'commands: none is lost, none has effect twice', violations: Math.abs(events - expected) },
    { name: 'commands: every chain of hashes verifies', violations: intact ? 0 : 1 },
  ];
};
