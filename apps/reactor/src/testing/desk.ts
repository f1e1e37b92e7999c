import { randomUUID } from 'node:crypto';
import { aggregates } from '@referral/aggregates';
import { CommandRunner, EventCodec, InMemoryEventStore, InMemoryPatientKeys, openLog } from '@referral/event-store';
import type { Command } from '@referral/eventsourcing';
import type { LookingErrand, Outcome } from '@referral/processes';
import { absences, worklist } from '@referral/projections';
import { InMemoryModelStore, ProjectionRunner, StoredReadModels } from '@referral/read-models';
import { StoredLooking } from '../looking/stored-looking';

const recordedAt = '2026-03-02T09:00:00.000Z';
const actor = { userId: 'lead-1', kind: 'human', roles: ['lead', 'coordinator', 'intake', 'admin'] } as const;
const issued = { tenantId: 'default', actor, source: { channel: 'api' }, recordedAt } as const;

/** A log on which people work, with the read models in which processes look; it is always the same morning. */
export class Desk {
  private readonly store = new InMemoryEventStore();
  private readonly codec = new EventCodec({ aggregates, keys: new InMemoryPatientKeys() });
  private readonly commands = new CommandRunner({ store: this.store, codec: this.codec, soleWriter: true });
  private readonly models = new InMemoryModelStore(() => 0);
  private readonly projecting = new ProjectionRunner({
    log: openLog(this.store, this.codec),
    store: this.models,
    projections: [absences, worklist],
    clock: () => 0,
    pace: { lingerMs: 1 },
  });
  constructor() {
    this.projecting.start();
  }

  /** From now on the read models stay as they are. */
  stopReading(): Promise<void> {
    return this.projecting.stop();
  }

  /** Adds somebody; the id of their stream. */
  async member(person: object): Promise<string> {
    const staffId = randomUUID();
    await this.tell('staff', staffId, 'AddStaff', { displayName: 'Synthetic', ...person });
    return staffId;
  }

  /** A referral comes in; its id. */
  async referral(): Promise<string> {
    const referralId = randomUUID();
    await this.tell('referral', referralId, 'ReceiveReferral', {
      ...{ reference: 'REF-2026-000001-A', direction: 'incoming', patientId: 'patient-1', channel: 'fax' },
      ...{ referringParty: { id: 'office-1', type: 'office' }, clinicalQuestion: 'Synthetic', type: 'consult' },
      requestedSpecialty: { system: 'urn:specialty', code: 'cardiology' },
      requestedService: { system: 'urn:service', code: 'first-visit' },
      ...{ claimedUrgency: 'routine', validity: { start: '2026-03-01' } },
    });
    return referralId;
  }

  /** Issues a command to the aggregate of a category, as a lead would. */
  async tell(category: string, id: string, name: string, body: object): Promise<void> {
    const aggregate = aggregates.find((known) => known.category === category);
    const described = aggregate?.commands.find((known) => known.name === name);
    if (!aggregate || !described) throw new TypeError(`nobody takes ${name}`);
    const said = { [aggregate.idField]: id, occurredAt: recordedAt, issued, ...body };
    const command: Command = Object.assign(new described.command(), said);
    const commandId = randomUUID();
    const options = { commandId, commandHash: commandId, correlationId: 'story', causationId: 'story' };
    await this.commands.run(aggregate, command, options);
  }

  /** Looks as processes do. */
  look(errand: LookingErrand, tenantId = 'default', visibleWithinMs = 10_000): Promise<Outcome> {
    const { store, codec } = this;
    const readModels = new StoredReadModels(this.models, { cursorKey: new Uint8Array(32) });
    const looking = new StoredLooking({ store, codec, readModels, clock: () => recordedAt, visibleWithinMs });
    const known = { errandId: 'errand-1', process: 'routing', correlationId: 'story', causationId: 'story' };
    return looking.look({ ...known, errand, tenantId });
  }
}
