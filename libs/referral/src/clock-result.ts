import type { ClockResult } from './events/escalation';
import type { SlaOutcome } from './values/clocks';

/** What a clock came to, as one text: the same result again is recognised (clock, cycle, policy version, outcome). */
export const clockResultKey = (outcome: SlaOutcome, result: ClockResult): string =>
  [result.clock, result.cycle, result.policyId, result.policyVersion, outcome].join('|');
