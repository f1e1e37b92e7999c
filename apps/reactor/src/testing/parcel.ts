import { type Aggregate, type Command, DomainError, type DomainEvent, type Issuance } from '@referral/eventsourcing';
import { ask, clearTimer, type Process, send, setTimer, type Subject } from '@referral/processes';

/** What happens to a parcel, something small to run processes about. */
export type ParcelEvent =
  | DomainEvent<'ParcelHandedIn', { readonly keepUntil: string }>
  | DomainEvent<'ParcelFetched'>
  | DomainEvent<'ParcelReturned'>;

type Parcel = 'none' | 'kept' | 'fetched' | 'returned';

/** A command about a parcel. */
export class ParcelCommand implements Command {
  readonly parcelId!: string;
  readonly occurredAt!: string;
  readonly issued!: Issuance;
}

/** Somebody hands it in. */
export class HandIn extends ParcelCommand {
  readonly keepUntil!: string;
}

/** Somebody fetches it. */
export class Fetch extends ParcelCommand {}

/** It is sent back, unless somebody has fetched it. */
export class Return extends ParcelCommand {}

const decide = (command: ParcelCommand, parcel: Parcel): readonly ParcelEvent[] => {
  const { occurredAt } = command;
  if (command instanceof HandIn)
    return [{ type: 'ParcelHandedIn', data: { keepUntil: command.keepUntil }, occurredAt }];
  if (parcel !== 'kept') throw new DomainError('NOT_KEPT', 'It is not here.');
  return [{ type: command instanceof Fetch ? 'ParcelFetched' : 'ParcelReturned', data: {}, occurredAt }];
};

const after: Readonly<Record<ParcelEvent['type'], Parcel>> = {
  ParcelHandedIn: 'kept',
  ParcelFetched: 'fetched',
  ParcelReturned: 'returned',
};

const evolve = (_: Parcel, { type }: ParcelEvent): Parcel => after[type];

const stored = { schemaVersion: 1, phi: [] };

const described = (command: new () => ParcelCommand) => ({
  name: command.name,
  command,
  summary: command.name,
  roles: ['system'],
  creates: command === HandIn,
  generatedIds: [],
});

/** How parcels are run. */
export const parcels: Aggregate<ParcelCommand, Parcel, ParcelEvent> = {
  category: 'parcel',
  collection: 'parcels',
  idField: 'parcelId',
  decider: { initialState: 'none', decide, evolve },
  commands: [HandIn, Fetch, Return].map(described),
  events: { ParcelHandedIn: stored, ParcelFetched: stored, ParcelReturned: stored },
  upcasters: {},
  invariants: {},
  patientOf: () => undefined,
  allowedActions: () => [],
};

const parcelSubject: Subject<Parcel, ParcelEvent> = { category: 'parcel', initialView: 'none', evolve };

/** Sends a parcel back when nobody has fetched it in time. */
export const keeping: Process<Parcel, ParcelEvent> = {
  name: 'keeping',
  subject: parcelSubject,
  react: (trigger, parcel) => {
    if (trigger.kind === 'outcome') return [];
    if (trigger.kind === 'timer')
      return parcel === 'kept' ? [send(parcels, String(trigger.timer.about?.['parcel']), Return, {})] : [];
    const { fact } = trigger;
    if (fact.type !== 'ParcelHandedIn') return [clearTimer('keep')];
    return [setTimer('keep', fact.data.keepUntil, { parcel: fact.streamId.slice('parcel-'.length) })];
  },
};

/** Asks a payer about parcels whose ids begin with `asks`. */
export const asking: Process<Parcel, ParcelEvent> = {
  name: 'asking',
  subject: parcelSubject,
  react: (trigger) => {
    if (trigger.kind !== 'fact' || !trigger.fact.streamId.startsWith('parcel-asks')) return [];
    const member = { patientId: 'patient-1', coverageId: 'coverage-1', referralId: 'referral-1' };
    const question = { traceNumber: trigger.fact.streamId, serviceDate: '2026-03-02', failures: 0 };
    return trigger.fact.type === 'ParcelHandedIn' ? [ask({ kind: 'eligibility', ...member, ...question })] : [];
  },
};
