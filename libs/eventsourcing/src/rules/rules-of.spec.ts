import { describe, expect, it } from '@jest/globals';
import type { Command } from '../command';
import type { DomainEvent } from '../domain-event';
import { DomainError } from '../domain-error';
import { decides, stepsOf } from '../testing';
import { factsOf } from './happened';
import { rulesOf } from './rules-of';
import { requireOrder } from './times';
import { transitionTable } from './transition-table';

type DoorEvent =
  DomainEvent<'DoorBuilt', { readonly lateEntry?: true }> | DomainEvent<'DoorOpened', { readonly lateEntry?: true }>;
type Door = { readonly stage: 'none' } | { readonly stage: 'shut' | 'open'; readonly since: string };

class Order implements Command {
  readonly occurredAt!: string;
  readonly issued!: Command['issued'];
  readonly lateEntry?: boolean;
}
class BuildDoor extends Order {}
class OpenDoor extends Order {}

const happened = factsOf<DoorEvent>();
const table = transitionTable<'shut' | 'open', 'BuildDoor' | 'OpenDoor'>(
  ['BuildDoor', 'OpenDoor'],
  [
    { id: 'D1', from: ['none'], command: 'BuildDoor', to: ['shut'], guard: 'none' },
    { id: 'D2', from: ['shut'], command: 'OpenDoor', to: ['open'], guard: 'none', when: 'by hand' },
  ],
);
const described = { summary: '', roles: ['carpenter'], generatedIds: [] };

const { decider, allowedActions } = rulesOf<Order, Door, DoorEvent>({
  useCases: [
    {
      ...described,
      name: 'BuildDoor',
      command: BuildDoor,
      creates: true,
      decide: (command, door) => (door.stage === 'none' ? [happened('DoorBuilt', command, {})] : []),
    },
    {
      ...described,
      name: 'OpenDoor',
      command: OpenDoor,
      creates: false,
      decide: (command, door) => {
        if (door.stage === 'open') return [];
        requireOrder(command, door.since, 'it was built');
        return [happened('DoorOpened', command, {})];
      },
    },
  ],
  initialState: { stage: 'none' },
  evolve: (_, { type, occurredAt }) => ({ stage: type === 'DoorBuilt' ? 'shut' : 'open', since: occurredAt }),
  commandsFrom: table.commandsFrom,
  notFound: () => new DomainError('DOOR_NOT_FOUND', 'There is no such door.'),
  beganAt: () => '2026-03-01T09:00:00Z',
});

const { given } = decides(decider, stepsOf(table));
const noon = '2026-03-02T12:00:00Z';
const actor = (...roles: readonly string[]) => ({ userId: 'someone', kind: 'human' as const, roles });
const ordered = (
  Class: new () => Order,
  fields: Partial<Order> = {},
  roles: readonly string[] = ['carpenter'],
): Order =>
  Object.assign(new Class(), {
    occurredAt: noon,
    issued: { tenantId: 't', actor: actor(...roles), source: { channel: 'api' as const }, recordedAt: noon },
    ...fields,
  });
const built: DoorEvent = { type: 'DoorBuilt', data: {}, occurredAt: '2026-03-02T09:00:00Z' };
const opened: DoorEvent = { type: 'DoorOpened', data: {}, occurredAt: noon };

describe('the rules of an aggregate', () => {
  it('let a command through to its own rule', () => {
    given(built).when(ordered(OpenDoor)).then(opened);
    given(built, opened).when(ordered(OpenDoor)).thenNothing();
  });

  it('ask for the role before anything else, and let compliance change nothing', () => {
    given()
      .when(ordered(OpenDoor, {}, ['painter']))
      .thenRejected('ROLE_NOT_PERMITTED', { permitted: ['carpenter'] });
    given(built)
      .when(ordered(OpenDoor, {}, ['carpenter', 'compliance']))
      .thenRejected('READ_ONLY_ROLE');
  });

  it('refuse what concerns nothing that exists', () => {
    given().when(ordered(OpenDoor)).thenRejected('DOOR_NOT_FOUND');
  });

  it.each([
    ['in the future', '2026-03-02T12:00:01Z', ['carpenter', 'lead']],
    ['before the beginning', '2026-03-01T08:59:59Z', ['carpenter', 'lead']],
  ])('refuse an effective time %s', (_, occurredAt, roles) => {
    given(built)
      .when(ordered(OpenDoor, { occurredAt }, roles))
      .thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('let a lead date back further than others, and nobody beyond a year', () => {
    const early = '2026-02-20T12:00:00Z';
    given()
      .when(ordered(BuildDoor, { occurredAt: early }))
      .thenRejected('BACKDATE_NOT_ALLOWED');
    given()
      .when(ordered(BuildDoor, { occurredAt: early }, ['carpenter', 'lead']))
      .then({ ...built, occurredAt: early });
    const lead = ordered(BuildDoor, { occurredAt: '2025-02-20T12:00:00Z' }, ['carpenter', 'lead']);
    given().when(lead).thenRejected('BACKDATE_NOT_ALLOWED');
  });

  it('keep the order of effective times, unless it is written down late', () => {
    const occurredAt = '2026-03-02T08:00:00Z';
    given(built).when(ordered(OpenDoor, { occurredAt })).thenRejected('CHRONOLOGY_VIOLATION');
    given(built)
      .when(ordered(OpenDoor, { occurredAt, lateEntry: true }))
      .then({ type: 'DoorOpened', data: { lateEntry: true }, occurredAt });
  });

  it('tell what can be done now, and by whom', () => {
    expect(allowedActions({ stage: 'none' }, actor('carpenter'))).toEqual(['BuildDoor']);
    expect(allowedActions({ stage: 'shut', since: noon }, actor('carpenter'))).toEqual(['OpenDoor']);
    expect(allowedActions({ stage: 'shut', since: noon }, actor('painter'))).toEqual([]);
  });
});

describe('a table of transitions', () => {
  it('lets through what it has a row for, in the case that the row means', () => {
    expect(() => table.require('shut', 'OpenDoor')).not.toThrow();
    expect(() => table.require('shut', 'OpenDoor', 'by hand')).not.toThrow();
    expect(() => table.require('shut', 'OpenDoor', 'by force')).toThrow('OpenDoor (by force)');
  });

  it('says what would be possible', () => {
    expect(() => table.require('open', 'OpenDoor')).toThrow(
      expect.objectContaining({
        code: 'ILLEGAL_TRANSITION',
        details: { from: 'open', command: 'OpenDoor', allowed: [] },
      }),
    );
  });
});
