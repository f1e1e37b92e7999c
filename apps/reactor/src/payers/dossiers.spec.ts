import { describe, expect, it } from '@jest/globals';
import { CommandRunner, EventCodec, InMemoryEventStore, InMemoryPatientKeys } from '@referral/event-store';
import type { Command } from '@referral/eventsourcing';
import { patientAggregate } from '@referral/patient';
import { Dossiers, nameParts } from './dossiers';

const actor = { userId: 'clerk-1', kind: 'human', roles: ['intake'] } as const;
const issued = {
  tenantId: 'default',
  actor,
  source: { channel: 'api' },
  recordedAt: '2026-11-16T09:00:00.000Z',
} as const;

/** A log in which things are said about a patient. */
const desk = () => {
  const store = new InMemoryEventStore();
  const codec = new EventCodec({ aggregates: [patientAggregate], keys: new InMemoryPatientKeys() });
  const runner = new CommandRunner({ store, codec, soleWriter: true });
  let number = 0;
  const say = async (name: string, body: object) => {
    const described = patientAggregate.commands.find((known) => known.name === name);
    if (!described) throw new TypeError(`there is no ${name}`);
    number += 1;
    const options = {
      commandId: `c${number}`,
      commandHash: `c${number}`,
      correlationId: 'story',
      causationId: 'story',
    };
    const said = { patientId: 'p1', occurredAt: issued.recordedAt, issued, ...body };
    const command: Command = Object.assign(new described.command(), said);
    await runner.run(patientAggregate, command as never, options);
  };
  return { say, dossiers: new Dossiers(store, codec) };
};

const coverage = { coverageId: 'coverage-1', payerId: 'payer-1', planId: 'plan-1', memberId: 'M-1', order: 1 };
const covered = { ...coverage, period: { start: '2026-01-01' } };

describe('what a payer must be told of a patient', () => {
  it('is read from the log', async () => {
    const { say, dossiers } = desk();
    await say('RegisterPatient', { name: 'Example, Synthetic', birthDate: '1980-02-29', sexForClaims: 'female' });
    await say('AddCoverage', covered);
    expect(await dossiers.insured('default', 'p1', 'coverage-1')).toEqual({
      payerId: 'payer-1',
      member: { memberId: 'M-1', lastName: 'Example', firstName: 'Synthetic', birthDate: '1980-02-29', sex: 'F' },
    });
  });

  it('is not there for another tenant, another coverage, or a patient whom nobody has registered', async () => {
    const { say, dossiers } = desk();
    await say('RegisterPatient', { name: 'Example, Synthetic', birthDate: '1980-02-29' });
    await say('AddCoverage', covered);
    expect(await dossiers.insured('other', 'p1', 'coverage-1')).toBeNull();
    expect(await dossiers.insured('default', 'p1', 'coverage-2')).toBeNull();
    expect(await dossiers.insured('default', 'p2', 'coverage-1')).toBeNull();
  });

  it('has the name in two parts', () => {
    expect(nameParts('Example, Synthetic Anna')).toEqual({ lastName: 'Example', firstName: 'Synthetic Anna' });
    expect(nameParts('Synthetic Anna Example')).toEqual({ lastName: 'Example', firstName: 'Synthetic Anna' });
    expect(nameParts('Example')).toEqual({ lastName: 'Example', firstName: '' });
  });
});
