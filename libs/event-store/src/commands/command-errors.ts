import { DomainError } from '@referral/eventsourcing';

/** I01: the stream is not where the caller believed it to be, or others kept moving it while the command was decided. */
export const revisionMismatch = (currentRevision: bigint): DomainError =>
  new DomainError('REVISION_MISMATCH', 'It was changed in the meantime. Read it again and decide anew.', {
    currentRevision,
  });

/** S05: the key belongs to another command. */
export const idempotencyKeyReused = (): DomainError =>
  new DomainError('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used for another request. Take a new one.');

/** There is no such instance, or it is another tenant's (I53), which must look the same: `REFERRAL_NOT_FOUND` for category `referral`. */
export const notFound = (category: string): DomainError =>
  new DomainError(`${category.toUpperCase().replaceAll('-', '_')}_NOT_FOUND`, `There is no such ${category}.`);

/** Too many commands wait for one stream. Asking again a little later is right. */
export class StreamBusy extends Error {
  constructor(readonly streamId: string) {
    super(`${streamId} is busy`);
    this.name = 'StreamBusy';
  }
}

/** The stream has an event that this version of the program cannot open, so nothing can be decided on it. */
export class StreamUnreadable extends Error {
  constructor(
    readonly streamId: string,
    readonly revision: bigint,
    readonly reason: string,
  ) {
    super(`${streamId} cannot be read at ${revision}: ${reason}`);
    this.name = 'StreamUnreadable';
  }
}
