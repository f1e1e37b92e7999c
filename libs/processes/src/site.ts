import { nothingPublished, type PublishedPolicies } from '@referral/sla-policy';

/** What a site sets, beside what it publishes. */
export interface SiteSettings {
  /** Business days that a proposed closing waits for a person; 0 closes at once. */
  readonly closeAfterBusinessDays: number;
}

/** What every process knows of the site beside its subject. */
export interface Site extends SiteSettings {
  /** Policies and calendars of the tenant that the subject belongs to. */
  readonly published: PublishedPolicies;
}

/** Nothing is published, and people have two business days to close what is ready: this project's own default. */
export const defaultSite: Site = { published: nothingPublished, closeAfterBusinessDays: 2 };
