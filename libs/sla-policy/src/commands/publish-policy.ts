import { factsOf, nextVersion } from '@referral/eventsourcing';
import { defaultPolicy } from '../default-policy';
import type { SlaPolicyEvent } from '../events/sla-policy-event';
import type { PolicyState } from '../published-policy';
import type { SlaClock } from '../sla-policy';
import type { ClockTerms, PolicyContent } from './policy-content';

const happened = factsOf<SlaPolicyEvent>();

/** A clock with new terms. An internal time that they do not mention is none. */
const withTerms = ({ allowedInternal: _, ...clock }: SlaClock, terms: ClockTerms): SlaClock => ({
  ...clock,
  allowed: terms.allowed,
  ...(terms.allowedInternal && { allowedInternal: terms.allowedInternal }),
  warnAt: terms.warnAt ?? clock.warnAt,
  pausableBy: terms.pausableBy ?? clock.pausableBy,
  escalationLevels: terms.escalationLevels ?? clock.escalationLevels,
});

/** Every clock of the version before, or of the default policy for the first one, with the terms that are new. */
const clocksOf = (before: readonly SlaClock[], terms: readonly ClockTerms[]): readonly SlaClock[] =>
  before.map((clock) => {
    const changed = terms.find((one) => one.clock === clock.clock);
    return changed ? withTerms(clock, changed) : clock;
  });

/**
 * I47: the next version, unless the policy says this already.
 * @param meant which version, when the command does not say
 */
export const publishPolicy = (
  command: PolicyContent,
  policy: PolicyState,
  meant = command.version,
): readonly SlaPolicyEvent[] => {
  const { policyId, calendarId } = command;
  const versions = policy.stage === 'none' ? [] : policy.versions;
  // What comes again is laid on the version that it made: it changes nothing there.
  const before = versions.find(({ version }) => version === meant) ?? versions.at(-1) ?? defaultPolicy;
  const version = nextVersion(
    versions,
    { policyId, calendarId, clocks: clocksOf(before.clocks, command.clocks) },
    command,
    meant,
  );
  return version ? [happened('SlaPolicyVersionPublished', command, version)] : [];
};
