import { type EventCodec, type EventStore, KeysUnavailable, StoreUnavailable } from '@referral/event-store';
import {
  type AssigneeSearch,
  consentCopyOf,
  type ConsentSearch,
  destinationStatusOf,
  type LookingErrand,
  type LookUp,
  type Outcome,
  type Search,
  type Subject,
} from '@referral/processes';
import { directoryAggregate, type EntryEvent, type EntryState } from '@referral/directory';
import { consentAggregate, patientAggregate, type PatientEvent, type PatientState } from '@referral/patient';
import type { ConsentEntry, WorklistEntry } from '@referral/projections';
import type { ReadModels } from '@referral/read-models';
import { absenceAt, staffAggregate, type StaffEvent, type StaffState } from '@referral/staff';
import type { Clock } from '@referral/runtime';
import { NotTaken, type Sending } from '../sending/sending';
import { assigneesIn } from './assignees-in';
import { Looking } from './looking';

/** Referrals that one search finds at once. */
const PAGE = 100;

/** What looking needs. */
export interface StoredLookingParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly readModels: ReadModels;
  readonly clock: Clock;
  /** How long a search waits for the read model to show what has happened, ms. Default 5,000. */
  readonly visibleWithinMs?: number;
}

/** Looks for referrals in the read model of the queues, and for how others stand in their streams. */
export class StoredLooking extends Looking {
  constructor(private readonly parts: StoredLookingParts) {
    super();
  }

  async look({ errand, tenantId }: Sending<LookingErrand>): Promise<Outcome> {
    try {
      return await this.answer(tenantId, errand);
    } catch (error) {
      if (error instanceof NotTaken) throw error;
      if (error instanceof StoreUnavailable || error instanceof KeysUnavailable)
        throw new NotTaken(error.message, { cause: error });
      // Whatever the read models are kept in may be back later.
      throw new NotTaken('the read model did not answer', { cause: error });
    }
  }

  private answer(tenantId: string, errand: LookingErrand): Promise<Outcome> {
    switch (errand.kind) {
      case 'search':
        return this.search(tenantId, errand);
      case 'consents':
        return this.consents(tenantId, errand);
      case 'assignees':
        return this.assignees(tenantId, errand);
      case 'look_up':
        return this.lookUp(tenantId, errand);
    }
  }

  private async search(tenantId: string, { field, value, after }: Search): Promise<Outcome> {
    await this.everythingIsVisible('worklist', 'referral');
    const { items } = await this.parts.readModels.page<WorklistEntry>({
      projection: 'worklist',
      tenantId,
      filter: {
        all: [
          { path: field, is: 'equals', value },
          { path: 'open', is: 'equals', value: true },
          ...(after === undefined ? [] : [{ path: '_id', is: 'after', value: after } as const]),
        ],
      },
      sort: [{ path: '_id', order: 'ascending' }],
      limit: PAGE,
    });
    return { outcome: 'found', values: items.map(({ _id }) => _id), more: items.length === PAGE };
  }

  private async consents(tenantId: string, { patientId }: ConsentSearch): Promise<Outcome> {
    await this.everythingIsVisible('consents', consentAggregate.category);
    const { items } = await this.parts.readModels.page<ConsentEntry>({
      projection: 'consents',
      tenantId,
      filter: {
        all: [
          { path: 'patientId', is: 'equals', value: patientId },
          { path: 'stage', is: 'equals', value: 'active' },
        ],
      },
      sort: [
        { path: 'recordedAt', order: 'ascending' },
        { path: '_id', order: 'ascending' },
      ],
      limit: PAGE,
    });
    return { outcome: 'consents', consents: items.map(({ state }) => consentCopyOf(state)) };
  }

  private async assignees(tenantId: string, errand: AssigneeSearch): Promise<Outcome> {
    await this.everythingIsVisible('absences', staffAggregate.category);
    await this.everythingIsVisible('worklist', 'referral');
    const { readModels, clock } = this.parts;
    return assigneesIn(readModels, tenantId, errand, clock());
  }

  /** What happened before the question is in the answer. */
  private async everythingIsVisible(projection: string, category: string): Promise<void> {
    const { store, readModels, visibleWithinMs = 5_000 } = this.parts;
    const newest = store.readAll({ categories: [category], direction: 'backwards', max: 1 });
    for await (const { position } of newest)
      if (!(await readModels.waitFor(projection, position, visibleWithinMs)))
        throw new NotTaken('the read model is behind the log');
  }

  private async lookUp(tenantId: string, { of, ids }: LookUp): Promise<Outcome> {
    const values: string[] = [];
    for (const id of ids) {
      const word = await this.standing(tenantId, of, id);
      if (word !== null) values.push(word);
    }
    return { outcome: 'found', values, more: false };
  }

  /** How one stands, in a word: of a member of staff who is there, the user id. `null` for one who is away, or does not exist. */
  private async standing(tenantId: string, of: LookUp['of'], id: string): Promise<string | null> {
    switch (of) {
      case 'patient': {
        const patient = await this.state(patients, tenantId, id);
        return patient.stage === 'none' ? null : patient.stage;
      }
      case 'destination': {
        const entry = await this.state(entries, tenantId, id);
        return entry.stage === 'none' ? null : destinationStatusOf(entry);
      }
      case 'staff': {
        const member = await this.state(staff, tenantId, id);
        return member.stage === 'none' || absenceAt(member, this.parts.clock()) ? null : member.userId;
      }
    }
  }

  private async state<State, Fact extends PatientEvent | EntryEvent | StaffEvent>(
    { category, initialView, evolve }: Subject<State, Fact>,
    tenantId: string,
    id: string,
  ): Promise<State> {
    let state = initialView;
    for await (const stored of this.parts.store.readStream(`${category}-${id}`)) {
      const opened = await this.parts.codec.open(stored);
      if (opened.kind === 'unreadable') throw new NotTaken(`${category}-${id} cannot be read: ${opened.reason}`);
      if (opened.event.metadata.tenantId === tenantId)
        state = evolve(state, opened.event as unknown as Parameters<typeof evolve>[1]);
    }
    return state;
  }
}

const subjectOf = <State, Fact extends PatientEvent | EntryEvent | StaffEvent>(aggregate: {
  readonly category: string;
  readonly decider: { readonly initialState: State; readonly evolve: (state: State, event: Fact) => State };
}): Subject<State, Fact> => ({
  category: aggregate.category,
  initialView: aggregate.decider.initialState,
  evolve: (view, fact) => aggregate.decider.evolve(view, fact),
});

const patients = subjectOf<PatientState, PatientEvent>(patientAggregate);
const entries = subjectOf<EntryState, EntryEvent>(directoryAggregate);
const staff = subjectOf<StaffState, StaffEvent>(staffAggregate);
