/** A JSON object of the unified test format, whose members are looked at one by one. */
export type Json = Readonly<Record<string, unknown>>;

/** One operation of a test. */
export interface Operation {
  readonly name: string;
  readonly object: string;
  readonly arguments?: Json;
  readonly expectError?: Json;
  readonly expectResult?: unknown;
  readonly saveResultAsEntity?: string;
  readonly ignoreResultAndError?: boolean;
}

/** The contents of a collection, before a test or after. */
export interface CollectionData {
  readonly collectionName: string;
  readonly databaseName: string;
  readonly documents: readonly Json[];
}

export interface ExpectedEvents {
  readonly client: string;
  readonly eventType?: string;
  readonly ignoreExtraEvents?: boolean;
  readonly events: readonly Json[];
}

export interface UnifiedTest {
  readonly description: string;
  readonly runOnRequirements?: readonly Json[];
  readonly skipReason?: string;
  readonly operations: readonly Operation[];
  readonly expectEvents?: readonly ExpectedEvents[];
  readonly outcome?: readonly CollectionData[];
}

/** A file of the unified test format (mongodb/specifications, "Unified Test Format"). */
export interface UnifiedFile {
  readonly runOnRequirements?: readonly Json[];
  readonly createEntities?: readonly Json[];
  readonly initialData?: readonly CollectionData[];
  readonly tests: readonly UnifiedTest[];
}

/** Whether the value is an object with members, not an array or one of BSON's own. */
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !('_bsontype' in value) &&
  !(value instanceof Date) &&
  !(value instanceof Uint8Array);
