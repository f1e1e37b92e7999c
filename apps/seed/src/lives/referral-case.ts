import type { Actor } from '@referral/eventsourcing';
import type { Stage } from '@referral/referral';
import type { PartyRef } from '@referral/values';
import type { Draws } from '../draws';
import type { Fate, PlannedReferral } from '../plan';
import { Story } from '../story';
import type { Outcome, Step, Telling } from '../step';
import { type Absence, acting, of, offices, type Plan, plans, type Specialty, specialties, staff } from '../world';
import type { Person } from './person';

/** What every referral knows of the site. */
export interface Site {
  /** When someone is away, by user. */
  readonly absences: ReadonlyMap<string, readonly Absence[]>;
  /** The checklist of each specialty. */
  readonly requirementSets: ReadonlyMap<string, string>;
}

/** What is known of one referral while it is told. */
export class ReferralCase {
  readonly story: Story;
  readonly draws: Draws;
  readonly fate: Fate;
  readonly number: number;
  readonly left: Stage | null;
  readonly office: PartyRef;
  readonly specialty: Specialty;
  readonly plan: Plan;
  readonly coordinator: Actor;
  readonly reviewer: Actor;
  readonly authorizer: Actor;
  readonly lead: Actor;
  clinic: PartyRef;
  /** Empty until it is received. */
  referralId = '';
  /** Codes of the items that did not come with it. */
  missing: readonly string[] = [];
  /** It is held to the checklist of its specialty. */
  checklist = false;
  authorizationId: string | undefined;
  /** When the payer answered last, ms since 1970. */
  eligibleAt = 0;
  /** End of its validity, a calendar date. */
  validUntil = '';

  constructor(
    draws: Draws,
    { number, at, fate, left }: PlannedReferral,
    readonly person: Person,
    readonly site: Site,
  ) {
    this.draws = draws;
    this.story = new Story(draws, at);
    this.number = number;
    this.fate = left ? 'loop_closed' : fate;
    this.left = left;
    this.office = draws.pick(offices);
    this.specialty = draws.pick(specialties);
    this.clinic = draws.pick(this.specialty.clinics);
    this.plan = plans[person.plan] ?? draws.pick(plans);
    this.coordinator = acting(draws.pick(staff.coordinator));
    this.reviewer = acting(draws.pick(staff.reviewer));
    this.authorizer = acting(draws.pick(staff.authorizer));
    this.lead = acting(draws.pick(staff.lead));
  }

  get clinicDesk(): Actor {
    return of(this.clinic, 'receiving_party');
  }

  get officeDesk(): Actor {
    return of(this.office, 'referring_party');
  }

  /** True when the referral is to be left in this stage. */
  rests(stage: Stage): boolean {
    return this.left === stage;
  }

  /** A command about the referral itself. */
  *tell(name: string, by: Actor, body: object, more: Pick<Step, 'lookedUp'> = {}): Telling<Outcome> {
    return yield* this.story.tell(name, by, body, { id: this.referralId, ...more });
  }

  /** The id that was made for a field of a command; empty when the command was refused. */
  *made(field: string, name: string, by: Actor, body: object): Telling<string> {
    const outcome = yield* this.tell(name, by, body);
    return outcome.kind === 'done' ? (outcome.ids[field] ?? '') : '';
  }

  /** Somebody is told how it stands. */
  *inform(whom: 'patient' | 'referrer', status: string): Telling {
    const to = whom === 'patient' ? { id: this.person.patientId, type: 'patient' } : this.office;
    const channel = whom === 'patient' ? this.draws.pick(['phone', 'portal']) : this.draws.pick(['fax', 'portal']);
    yield* this.tell('RecordStatusUpdateGiven', this.coordinator, { to, status, channel });
  }
}
