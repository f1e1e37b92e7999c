import type { AuthorizationAnswer as AuthorizationNeed, EligibilityOutcome, Network } from '@referral/referral';
import type { EligibilityAnswer, EligibilityRequest } from '../eligibility';
import { readCount, readMoney, readPercent } from './amounts';
import { type Answer, answerTo, tagged } from './answer-to';
import { type Benefit, benefitsOf, isAbout } from './benefits';
import { endOfMonth, readDays } from './dates';
import { element, type Segment } from './segment';

/** Reads the 271 that answers a request. Throws an UnintelligibleAnswer or a RequestRejected. */
export const eligibilityResponse = (text: string, request: EligibilityRequest): EligibilityAnswer => {
  const answer = answerTo(text, {
    transactionSet: '271',
    guide: '005010X279A1',
    structure: '0022',
    purposes: ['11'],
    traceNumber: request.traceNumber,
    memberId: request.member.memberId,
  });
  const benefits = benefitsOf(answer, request.serviceTypes);
  const outcome = outcomeOf(benefits);
  const network = networkOf(benefits);
  return {
    outcome,
    serviceCovered: covered(benefits, request.serviceTypes, outcome),
    network,
    authRequired: authorizationNeed(benefits),
    ...amounts(benefits.filter((benefit) => holdsIn(benefit, network))),
    asOfDate: answer.writtenOn,
    validThrough: validThrough(answer, benefits, request.serviceDate),
    sourceRef: ownTrace(answer) ?? request.traceNumber,
    raw: text,
  };
};

/** Benefit information codes of cover that can be relied on. */
const active: readonly string[] = ['1', '2', '3'];

/** Cover that is still being looked into (4, 5, 7, 8) is nothing to rely on. */
const outcomeOf = (benefits: readonly Benefit[]): EligibilityOutcome => {
  if (benefits.some(({ tells }) => active.includes(tells))) return 'active';
  if (benefits.some(({ tells }) => tells === '6')) return 'inactive';
  return 'unable';
};

const covered = (
  benefits: readonly Benefit[],
  asked: readonly string[],
  outcome: EligibilityOutcome,
): boolean | null => {
  const ofType = benefits.filter((benefit) => isAbout(benefit, asked));
  if (ofType.some(({ tells }) => tells === 'I')) return false;
  return outcome === 'active' && ofType.some(({ tells }) => active.includes(tells)) ? true : null;
};

/** Payers that tell both sides of their network do not tell on which side the provider is. */
const networkOf = (benefits: readonly Benefit[]): Network => {
  const told = new Set(benefits.map(({ network }) => network));
  if (told.has('Y') === told.has('N')) return 'unknown';
  return told.has('Y') ? 'in' : 'out';
};

const holdsIn = ({ network }: Benefit, side: Network): boolean => {
  if (network === 'Y') return side === 'in';
  return network === 'N' ? side === 'out' : true;
};

const authorizationNeed = (benefits: readonly Benefit[]): AuthorizationNeed => {
  const told = new Set(benefits.map(({ authorization }) => authorization));
  if (told.has('Y')) return 'yes';
  return told.has('N') ? 'no' : 'unknown';
};

type Amounts = Pick<EligibilityAnswer, 'copay' | 'coinsurancePct' | 'deductibleRemaining' | 'visitLimitRemaining'>;

/** X12 period code of what is left. */
const remaining = '29';

const amounts = (benefits: readonly Benefit[]): Amounts => {
  const copay = benefits.find(({ tells, amount }) => tells === 'B' && amount !== '');
  const coinsurance = benefits.find(({ tells, percent }) => tells === 'A' && percent !== '');
  const left = benefits.filter(({ period }) => period === remaining);
  const deductible = left.find(({ tells, amount }) => tells === 'C' && amount !== '');
  const visits = left.find(({ tells, counts }) => tells === 'F' && counts === 'VS');
  return {
    ...(copay && { copay: readMoney('The copay (EB07)', copay.amount) }),
    ...(coinsurance && { coinsurancePct: readPercent('The coinsurance (EB08)', coinsurance.percent) }),
    ...(deductible && { deductibleRemaining: readMoney('The deductible (EB07)', deductible.amount) }),
    ...(visits && { visitLimitRemaining: readCount('The visit limit (EB10)', visits.quantity) }),
  };
};

/** Date qualifiers under which payers tell how long a plan or the cover lasts: as a period, or its end alone. */
const planPeriods: readonly string[] = ['291', '307', '346', '356'];
const planEnds: readonly string[] = ['347', '357'];

/** The first end that is told of the plan (before its benefits), or of the benefits that say it is active. */
const validThrough = ({ levels }: Answer, benefits: readonly Benefit[], serviceDate: string): string => {
  const ofPlan = levels.flatMap(({ segments }) =>
    tagged(
      segments.slice(
        0,
        [...segments, ['EB']].findIndex(([tag]) => tag === 'EB'),
      ),
      'DTP',
    ),
  );
  const ofBenefits = benefits.filter(({ tells }) => active.includes(tells)).flatMap(({ dates }) => dates);
  const [end] = [...ofPlan, ...ofBenefits]
    .map(endOf)
    .filter((date) => date !== undefined)
    .sort();
  return end ?? endOfMonth(serviceDate);
};

const endOf = (date: Segment): string | undefined => {
  const [endsThen, contains] = [planEnds.includes(element(date, 1)), planPeriods.includes(element(date, 1))];
  if (!endsThen && !contains) return undefined;
  const days = readDays('The date of the plan (DTP)', element(date, 2), element(date, 3));
  return endsThen ? (days.end ?? days.start) : days.end;
};

/** As long as a trace number may be; what is longer names nothing. */
const longestTrace = 50;

const ownTrace = ({ document }: Answer): string | undefined =>
  tagged(document.segments, 'TRN')
    .filter((segment) => element(segment, 1) === '1')
    .map((segment) => element(segment, 2))
    .find((number) => number !== '' && number.length <= longestTrace);
