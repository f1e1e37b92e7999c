import type { EventCodec, EventStore } from '@referral/event-store';
import type { DomainEvent } from '@referral/eventsourcing';
import type { PatientEvent } from '@referral/patient';
import type { Member } from '@referral/payer';
import type { ReferralEvent } from '@referral/referral';
import type { Coding } from '@referral/values';

/** A coverage as its payer must be told it: patient data, so that it is read for each question and not kept. */
export interface Insured {
  readonly payerId: string;
  readonly member: Member;
}

const sexes = { female: 'F', male: 'M', unknown: 'U' } as const;

/** The two parts that payers want of a name: `Family, Given`, or the last word as the family name. */
export const nameParts = (name: string): Pick<Member, 'lastName' | 'firstName'> => {
  const comma = name.indexOf(',');
  if (comma >= 0) return { lastName: name.slice(0, comma).trim(), firstName: name.slice(comma + 1).trim() };
  const words = name.trim().split(/\s+/);
  return { lastName: words.at(-1) ?? '', firstName: words.slice(0, -1).join(' ') };
};

/** Reads what only the log tells: who a patient is, and what a referral says of them. */
export class Dossiers {
  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
  ) {}

  /** `null` when the patient, the coverage, or what tells who it is, is not known. Throws StoreUnavailable, KeysUnavailable. */
  async insured(tenantId: string, patientId: string, coverageId: string): Promise<Insured | null> {
    let name: string | null = null;
    let birthDate: string | null = null;
    let sex: Member['sex'];
    let coverage: { readonly payerId: string; readonly memberId: string | null } | undefined;
    for await (const { type, data } of this.facts<PatientEvent>(tenantId, `patient-${patientId}`)) {
      if (type === 'PatientRegistered' || type === 'PatientDemographicsUpdated') {
        name = data.name ?? name;
        birthDate = data.birthDate ?? birthDate;
        if (data.sexForClaims) sex = sexes[data.sexForClaims];
      }
      if (type === 'CoverageAdded' && data.coverageId === coverageId) coverage = data;
    }
    if (!coverage?.memberId || name === null || birthDate === null) return null;
    const { payerId, memberId } = coverage;
    return { payerId, member: { memberId, ...nameParts(name), birthDate, ...(sex && { sex }) } };
  }

  /** The diagnoses that a referral gives. Throws StoreUnavailable, KeysUnavailable. */
  async diagnoses(tenantId: string, referralId: string): Promise<readonly Coding[]> {
    let diagnoses: readonly Coding[] = [];
    for await (const { type, data } of this.facts<ReferralEvent>(tenantId, `referral-${referralId}`))
      if (type === 'ReferralReceived') diagnoses = data.diagnoses ?? diagnoses;
    return diagnoses;
  }

  private async *facts<Event extends DomainEvent>(tenantId: string, streamId: string): AsyncIterable<Event> {
    for await (const stored of this.store.readStream(streamId)) {
      const opened = await this.codec.open(stored);
      if (opened.kind === 'event' && opened.event.metadata.tenantId === tenantId)
        yield opened.event as unknown as Event;
    }
  }
}
