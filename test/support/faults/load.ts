import { note, referralBody, untilBooked } from '../bodies';
import { dice, type Dice } from '../dice';
import { insistingClient, type InsistingClient } from './insisting-client';
import type { Journal } from './journal';

/** Callers at once; referrals that they begin with, and those that come in one by one until the end, so that some come after a kill. */
const CALLERS = 16;
const REFERRALS = { atFirst: 10, inAll: 30 };

/** A referral on its way to a booked visit. */
interface Patient {
  readonly referralId: string;
  readonly plan: (readonly [string, object])[];
  /** Position of the newest acknowledgement. */
  position: string;
  /** Only one caller at a time goes on with the plan; the others write notes. */
  busy: boolean;
}

/** Callers at work, until they are told to stop. */
export interface Load {
  /** Nothing new is begun; resolves when everything that was begun has been answered. */
  readonly stop: () => Promise<void>;
}

/** Sets callers to work: they receive referrals, bring each to a booked visit, write notes on all of them and look at them. */
export const startLoad = (url: string, journal: Journal, seed: number): Load => {
  let stopping = false;
  const patients: Patient[] = [];
  let promised = 0;
  const caller = async (index: number): Promise<void> => {
    const api = insistingClient(url, journal);
    const throws = dice(seed + index);
    while (!stopping) {
      if (promised < REFERRALS.atFirst || (promised < REFERRALS.inAll && throws.number(40) === 0)) {
        promised += 1;
        await receive(api, patients);
      } else await workOn(api, patients, throws);
    }
  };
  const callers = Array.from({ length: CALLERS }, (_, index) => caller(index));
  return {
    stop: async () => {
      stopping = true;
      await Promise.all(callers);
    },
  };
};

const receive = async (api: InsistingClient, patients: Patient[]): Promise<void> => {
  const answer = await api.command('/referrals', referralBody());
  if (answer === null) return;
  const { referralId, position } = answer;
  patients.push({ referralId, position, plan: [...untilBooked()], busy: false });
};

const workOn = async (api: InsistingClient, patients: readonly Patient[], throws: Dice): Promise<void> => {
  if (patients.length === 0) return api.look('/worklists');
  const patient = throws.one(patients);
  const path = `/referrals/${patient.referralId}`;
  if (throws.number(8) === 0) return api.look(`${path}?atLeast=${patient.position}`);
  const step = patient.busy ? undefined : patient.plan[0];
  if (step === undefined) {
    await api.command(`${path}/add-note`, note(`Synthetic note ${String(throws.number(1_000_000))}`));
    return;
  }
  patient.busy = true;
  const answer = await api.command(`${path}/${step[0]}`, step[1]);
  // A refusal by revision is an invitation to decide again; the plan goes on when the step is done.
  if (answer !== null) {
    patient.plan.shift();
    patient.position = answer.position;
  }
  patient.busy = false;
};
