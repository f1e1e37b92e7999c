import type { DomainEvent } from './domain-event';
import type { Knowledge } from './knowledge';
import type { EventPlace, RecordedEvent } from './recorded-event';

/** Fields of an index in order; `-1` is descending. */
export type Index = Readonly<Record<string, 1 | -1>>;

/**
 * One read model: how an event changes one document. Pure: the same function serves the live model, a rebuild, and the answer
 * to "what did this look like then". `Entry` is a row that an event adds beside its document and that never changes. `Kept` is the part of
 * a document that the next event needs, where the rest can be made of it.
 */
export interface Projection<
  Event extends DomainEvent = DomainEvent,
  Document extends object = object,
  Entry extends object = object,
  Known = unknown,
  Kept extends object = Document,
> {
  /** Noun of the question it answers, e.g. `worklist`. */
  readonly name: string;
  /** Raised when documents would come out differently; the model is then rebuilt beside the old one. */
  readonly version: number;
  /** Categories of the streams that it reads, those of what it knows among them. */
  readonly categories: readonly string[];
  /** The document that an event concerns; `null` when the event says nothing to this model. It may be one that cannot be opened. */
  documentId(this: void, event: EventPlace): string | null;
  /** Whether an event is the first of its document, so that nobody has to look for what was there before it. */
  begins?(this: void, event: RecordedEvent<Event>): boolean;
  /** What every document may be made with, as it was right before the event. */
  readonly knows?: Knowledge<Known>;
  /** @param known of the event's tenant; `undefined` for a projection that `knows` nothing */
  evolve(this: void, kept: Kept | null, event: RecordedEvent<Event>, known: Known): Kept | null;
  /**
   * Makes the document, which holds all that was kept: once for each time that it is written, and not for each event. Without it, what
   * `evolve` gives is the document.
   * @param known as it was right before the newest event of the document
   */
  complete?(this: void, kept: Kept, known: Known): Document;
  /** A row to add for an event, computed from what is kept after it. Its id is the event's position. */
  entry?(this: void, kept: Kept, event: RecordedEvent<Event>): Entry | null;
  /** Indexes of the documents that queries need. */
  readonly indexes: readonly Index[];
  /** Indexes of the entries that queries need. */
  readonly entryIndexes?: readonly Index[];
}
