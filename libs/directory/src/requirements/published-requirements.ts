import { idOf, type Knowledge } from '@referral/eventsourcing';
import { requirementSetAggregate } from './aggregate';
import type { RequirementSetEvent } from './events';
import type { PublishedRequirementSet } from './published-requirement-set';

const { category, decider, events } = requirementSetAggregate;

/** The requirement sets that a site has published, in the order of their first publication, for whoever asks what must be there. They are few. */
export const publishedRequirements: Knowledge<readonly PublishedRequirementSet[], RequirementSetEvent> = {
  categories: [category],
  initial: [],
  learn: (published, event) => {
    // A newer release may publish in words that this one does not know.
    if (!Object.hasOwn(events, event.type)) return published;
    const requirementSetId = idOf(event.streamId);
    const place = published.findIndex((known) => known.requirementSetId === requirementSetId);
    const next = decider.evolve(published[place] ?? decider.initialState, event);
    if (next.stage === 'none') return published;
    return place < 0 ? [...published, next] : published.with(place, next);
  },
};
