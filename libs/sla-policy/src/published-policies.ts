import { type Knowledge, positionKey } from '@referral/eventsourcing';
import { businessCalendarAggregate } from './business-calendar-aggregate';
import { type BusinessCalendarEvent, businessCalendarEventTypes } from './events/business-calendar-event';
import { type SlaPolicyEvent, slaPolicyEventTypes } from './events/sla-policy-event';
import { nothingPublished, type PublishedPolicies } from './in-force';
import { businessCalendarOf } from './published-calendar';
import { slaPolicyOf } from './published-policy';
import { slaPolicyAggregate } from './sla-policy-aggregate';

const eventTypes = { ...slaPolicyEventTypes, ...businessCalendarEventTypes };

/** The policies and calendars that a site has published, for whoever counts by them. They are few, and each version is one fact. */
export const publishedPolicies: Knowledge<PublishedPolicies, SlaPolicyEvent | BusinessCalendarEvent> = {
  categories: [slaPolicyAggregate.category, businessCalendarAggregate.category],
  initial: nothingPublished,
  learn: (published, event) => {
    // A newer release may publish in words that this one does not know.
    if (!Object.hasOwn(eventTypes, event.type)) return published;
    const { policies, calendars } = published;
    const position = positionKey(event.position);
    switch (event.type) {
      case 'SlaPolicyVersionPublished':
        return { policies: [...policies, { ...slaPolicyOf(event.data), position }], calendars };
      case 'BusinessCalendarPublished':
        return { policies, calendars: [...calendars, { ...businessCalendarOf(event.data), position }] };
    }
  },
};
