import type { Envelope } from '@referral/event-store';
import type { Delivered } from './delivery';

/** The envelope of what is appended beside a command's own events, such as a reservation. */
export const envelopeOf = ({ issued, delivery }: Delivered, commandType: string): Envelope => ({
  tenantId: issued.tenantId,
  recordedAt: issued.recordedAt,
  actor: issued.actor,
  source: issued.source,
  commandId: delivery.commandId,
  commandType,
  commandHash: delivery.commandHash,
  correlationId: delivery.correlationId,
  causationId: delivery.causationId,
});
