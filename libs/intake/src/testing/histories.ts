import type { IntakeEvent } from '../events/intake-event';
import type { IntakeStage } from '../stages';
import * as facts from './facts';

const { received, extracted, proposed, matched } = facts;

/** The plain history that leads to each stage. */
export const histories: Readonly<Record<IntakeStage, readonly IntakeEvent[]>> = {
  received: [received],
  matching: [received, extracted],
  needs_review: [received, extracted, proposed],
  matched: [received, extracted, proposed, matched],
  converted: [received, extracted, proposed, matched, facts.converted],
  attached: [received, extracted, proposed, matched, facts.attached],
  rejected: [received, facts.rejected],
  duplicate: [received, extracted, facts.duplicate],
};
