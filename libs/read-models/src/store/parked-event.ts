/** An event that a model has not taken in: it failed, or it waits behind one of its document that did. Without its content. */
export interface ParkedEvent {
  /** `model/position key`. */
  readonly _id: string;
  readonly model: string;
  /** `null` when the event could not be opened. */
  readonly tenantId: string | null;
  readonly documentId: string;
  /** `positionKey`. */
  readonly position: string;
  /** Key of the position before it from which the log can be read again; `null`: from the beginning. */
  readonly readAgainAfter: string | null;
  readonly streamId: string;
  readonly revision: string;
  readonly eventType: string;
  /** What went wrong; `null` for one that only waits behind another. */
  readonly failure: string | null;
  readonly parkedAt: string;
}
