import type { EventLog, RecordedEvent } from '@referral/eventsourcing';
import type { PublishedPolicies } from '@referral/sla-policy';
import {
  businessCalendarAggregate,
  type BusinessCalendarEvent,
  businessCalendarOf,
  nothingPublished,
  slaPolicyAggregate,
  type SlaPolicyEvent,
  slaPolicyOf,
} from '@referral/sla-policy';

const categories = [slaPolicyAggregate.category, businessCalendarAggregate.category];

const withFact = (
  { policies, calendars }: PublishedPolicies,
  { type, data }: SlaPolicyEvent | BusinessCalendarEvent,
): PublishedPolicies => {
  switch (type) {
    case 'SlaPolicyVersionPublished':
      return { policies: [...policies, slaPolicyOf(data)], calendars };
    case 'BusinessCalendarPublished':
      return { policies, calendars: [...calendars, businessCalendarOf(data)] };
  }
};

/** The policies and calendars that sites have published, kept in memory: they are few, and each version is one fact. */
export class Published {
  private readonly byTenant = new Map<string, PublishedPolicies>();

  constructor(private readonly log: EventLog) {}

  /** Takes in what is published until the signal aborts. `onCaughtUp` is called when everything so far is known. */
  async listen(signal: AbortSignal, onCaughtUp: () => void): Promise<void> {
    for await (const message of this.log.follow({ after: null, categories, signal })) {
      if (message.kind === 'event') this.take(message.event);
      else if (message.kind === 'caughtUp') onCaughtUp();
    }
  }

  of(tenantId: string): PublishedPolicies {
    return this.byTenant.get(tenantId) ?? nothingPublished;
  }

  private take({ metadata, ...event }: RecordedEvent): void {
    const { tenantId } = metadata;
    this.byTenant.set(
      tenantId,
      withFact(this.of(tenantId), event as unknown as SlaPolicyEvent | BusinessCalendarEvent),
    );
  }
}
