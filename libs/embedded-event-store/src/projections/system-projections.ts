import type { SourceEvent } from './source-event';

/** Puts links to events into streams of its own: the names of those that get a link to an event. */
export type SystemProjection = (event: SourceEvent) => readonly string[];

const CATEGORY_SEPARATOR = '-';

/** What is before the first `-` in the name of a stream. */
const categoryOf = (stream: string): string | undefined => {
  const at = stream.indexOf(CATEGORY_SEPARATOR);
  return at > 0 ? stream.slice(0, at) : undefined;
};

const byCategory: SystemProjection = ({ stream, deleted }) => {
  const category = categoryOf(deleted ?? stream);
  return category === undefined ? [] : [`$ce-${category}`];
};

const byEventType: SystemProjection = ({ type, deleted }) => [`$et-${deleted === undefined ? type : '$deleted'}`];

const streams: SystemProjection = ({ revision, deleted }) =>
  revision === 0 && deleted === undefined ? ['$streams'] : [];

const byCorrelationId: SystemProjection = ({ correlationId }) =>
  correlationId === undefined ? [] : [`$bc-${correlationId}`];

const LINK = '$>';

/** Links and the streams of the system itself are not projected: they would feed on themselves. */
const isOwn = ({ stream, type, deleted }: SourceEvent): boolean => (deleted ?? stream).startsWith('$') || type === LINK;

/** The streams that get a link to an event, over all system projections. */
export const linkTargets: SystemProjection = (event) =>
  isOwn(event) ? [] : [byCategory, byEventType, streams, byCorrelationId].flatMap((projection) => projection(event));
