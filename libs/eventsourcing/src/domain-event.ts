/** A fact of the domain: what happened (`type`), what it says (`data`, flat JSON) and when it took effect. */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
  /** Effective time, ISO 8601 with offset. The recorded time is in the metadata. */
  readonly occurredAt: string;
}

/** How one event type is stored. Declared once, beside the event union. */
export interface EventType {
  /** Version of the shape of `data` that is written now; older ones are upcast on read. */
  readonly schemaVersion: number;
  /** Fields of `data` that hold protected health information, as paths: `text`, `address.line`, `changes[].old`. */
  readonly phi: readonly string[];
}

/** Turns `data` of one stored version into the next one. Pure. */
export type Upcaster = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Upcasters by event type and by the version that they start from. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcaster>>>>;
