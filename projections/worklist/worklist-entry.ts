import type {
  ConsentStatus,
  CoverageChoice,
  DestinationStatus,
  Facets,
  RegisteredReferral,
  Stage,
  TransmissionProgress,
} from '@referral/referral';
import type { Direction, PartyRef, Urgency } from '@referral/values';
import type { CoordinationFields } from './coordination-fields';
import type { CoverageFields, KnownAuthorization } from './coverage-fields';
import type { NextVisit } from './next-visit';
import type { PackedOffer } from './packed-offer';
import type { Clock, Clocks, SortingClock } from './running-clocks';

/** Something that was asked for and has not come. */
export interface OpenRequest {
  readonly id: string;
  readonly dueAt: string;
  readonly attempts: number;
  readonly askedOf: PartyRef;
}

/** How far a package is that was to be sent. */
export interface SentPackage {
  readonly lastStatus: TransmissionProgress['status'];
  readonly sentAt: string | null;
  readonly confirmedAt: string | null;
}

/** The report, and how far it is. */
export interface ReportProgress {
  /** `never` when no report is awaited. */
  readonly dueAt: string;
  /** Requests for it in the present cycle. */
  readonly requests: number;
  readonly receivedAt: string | null;
  readonly forwardedAt: string | null;
  readonly acknowledgedAt: string | null;
}

/** What the next event needs of an entry; all else is made of it when the entry is written. Instants are UTC. */
export interface WorklistFacts extends Clocks {
  readonly rev: number;
  readonly registeredAt: string;
  readonly acknowledgedAt: string | null;
  /** When the report went to a referrer. */
  readonly forwardedAt: string | null;
  /** When a person or another system last did something; what processes and timers record does not count. */
  readonly lastActivityAt: string;
  /** Attempts by request id, from the requests themselves. */
  readonly attempts: Readonly<Record<string, number>>;
  readonly state: RegisteredReferral;
}

/** One referral as every queue sees it (domain.md 4.1, as far as its facts exist). Instants are UTC; `null` has not come about. */
export interface WorklistEntry extends CoordinationFields, WorklistFacts {
  readonly referralId: string;
  readonly reference: string;
  readonly open: boolean;
  readonly stage: Stage;
  readonly stageSince: string;
  readonly cycle: number;
  readonly direction: Direction;
  readonly urgency: Urgency;
  /** stat 0, urgent 1, expedited 2, routine 3. */
  readonly urgencyRank: number;
  readonly specialty: string;
  readonly specialtyName: string | null;
  readonly serviceType: string;
  readonly destinationId: string | null;
  readonly destinationName: string | null;
  /** As the directory told it last of this destination. */
  readonly destinationStatus: DestinationStatus | null;
  readonly referringOfficeId: string;
  readonly patientId: string;
  readonly receivedAt: string;
  readonly acceptedAt: string | null;
  readonly completeness: 'reached' | 'open';
  readonly facets: CoverageFields & {
    readonly documents: { readonly missingMandatory: number; readonly unverified: number };
    readonly consent: ConsentStatus;
    readonly interpreter: Facets['interpreter'];
  };
  readonly appointment: NextVisit | null;
  /** Start of the next visit, or `never`. */
  readonly appointmentStartSort: string;
  readonly missedCount: number;
  readonly cancelledCount: number;
  readonly auth: KnownAuthorization | null;
  /** When the newest authorization ends, as an instant. */
  readonly authEndsAt: string | null;
  /** What the patient decided about coverage. */
  readonly patientDecision: CoverageChoice | null;
  /** What the patient decided about the denial that stands. */
  readonly appealDecision: CoverageChoice | null;
  /** The newest transmission. */
  readonly transmission: SentPackage | null;
  readonly packageTransmitted: boolean;
  readonly infoRequests: readonly OpenRequest[];
  readonly openInfoRequests: number;
  readonly oldestInfoDueAt: string | null;
  readonly report: ReportProgress;
  readonly validUntil: string | null;
  /** Due time of each clock that a queue sorts by, `never` for one that does not run. */
  readonly due: Readonly<Record<SortingClock, string>>;
  readonly nextDueAt: string | null;
  readonly nextDueClock: Clock | null;
  /** `nextDueAt`, or `never`. */
  readonly nextDueSort: string;
  readonly readyToSchedule: boolean;
  readonly sensitive: readonly string[];
  /** More than normally sensitive, so that not everybody may see it. */
  readonly restricted: boolean;
  /** What may be done next, whoever asks. */
  readonly offer: PackedOffer;
  /** Keys of the queues in which it stands at one time or another. */
  readonly queueKeys: readonly string[];
}

/** Fields that only the next event needs: more than half of an entry. */
export const keptForEvents = ['state', 'ledger'] as const satisfies readonly (keyof WorklistEntry)[];

/** An entry as queues read it. */
export type WorklistRow = Omit<WorklistEntry, (typeof keptForEvents)[number]>;

/** An entry as it is at an instant. */
export interface WorklistItem extends WorklistRow {
  readonly isBreached: boolean;
  readonly breachedCount: number;
}

/** What depends on when one asks. `now`: UTC with milliseconds. */
export const breachesAt = (
  { clocks }: WorklistRow,
  now: string,
): Pick<WorklistItem, 'isBreached' | 'breachedCount'> => {
  const breachedCount = clocks.filter(({ dueAt, paused }) => !paused && dueAt < now).length;
  return { breachedCount, isBreached: breachedCount > 0 };
};
