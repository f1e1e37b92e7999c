import { createHash } from 'node:crypto';
import { TOMBSTONE_REVISION } from '../encoding/recorded-event';
import { BINARY_CONTENT } from '../engine/content-type';
import type { ProposedEvent } from '../engine/write-request';
import type { SourceEvent } from './source-event';

/** Version of the projection, as EventStoreDB writes it: id, epoch, version, engine. */
const VERSION = '1:-1:1:4';

/** The same link has the same id whenever it is made, so that making it again adds nothing. */
const linkId = (target: string, event: SourceEvent): string =>
  createHash('sha256')
    .update(`${target}\n${event.position}`)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-a$4-$5');

/** The revision of a tombstone as clients read it. */
const revisionText = (revision: number): string =>
  revision === TOMBSTONE_REVISION ? String(2n ** 63n - 1n) : String(revision);

/** A link to an event, with where it came from. */
export const linkEvent = (target: string, event: SourceEvent): ProposedEvent => ({
  id: linkId(target, event),
  type: Buffer.from('$>'),
  contentType: BINARY_CONTENT,
  data: Buffer.from(`${revisionText(event.revision)}@${event.stream}`),
  metadata: Buffer.from(
    JSON.stringify({
      $v: VERSION,
      $c: event.position,
      $p: event.position,
      $o: event.stream,
      $causedBy: event.id,
      ...(event.deleted !== undefined && { $deleted: -1 }),
      ...(event.correlationId !== undefined && { $correlationId: event.correlationId }),
    }),
  ),
});
