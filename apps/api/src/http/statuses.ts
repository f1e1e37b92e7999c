import { aggregates } from '@referral/aggregates';
import { commonInvariants, type Invariant } from '@referral/eventsourcing';

/** Codes of the interface itself, beside those of the domain's invariants. */
const own: Readonly<Record<string, number>> = {
  VALIDATION_FAILED: 400,
  INVALID_CURSOR: 400,
  NOT_FOUND: 404,
  NOTHING_TO_CLAIM: 404,
  READ_MODEL_NOT_READY: 503,
};

const statuses = new Map<string, number>([
  ...[commonInvariants, ...aggregates.map(({ invariants }) => invariants)].flatMap((table) =>
    Object.entries<Invariant>(table).map(([code, { status }]) => [code, status] as const),
  ),
  ...Object.entries(own),
]);

/** HTTP status of a problem code. A code without one is a defect of ours. */
export const statusOf = (code: string): number => statuses.get(code) ?? 500;

/** Every code that a rule or a query answers with, and its status: `REFERRAL_NOT_FOUND 404`. */
export const problemCodes = (): readonly string[] =>
  [...statuses].map(([code, status]) => `${code} ${String(status)}`).sort();
