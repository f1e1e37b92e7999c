/** Who caused an event. */
export interface Actor {
  readonly userId: string;
  readonly kind: 'human' | 'system' | 'integration';
  readonly roles: readonly string[];
  readonly team?: string;
  readonly onBehalfOf?: string;
  readonly orgId?: string;
  readonly sessionId?: string;
  readonly authMethod?: string;
  readonly breakGlass?: boolean;
}

/** Through what a command came in. */
export interface CommandSource {
  readonly channel: 'ui' | 'api' | 'fax' | 'phone' | 'email' | 'ehr' | 'portal' | 'timer' | 'import' | 'replay';
  readonly system?: string;
  readonly device?: string;
  readonly network?: string;
}

/** A policy version that a decision relied on. */
export interface PolicyReference {
  readonly kind: 'sla' | 'requirements' | 'plan' | 'contact';
  readonly id: string;
  readonly version: number;
}

/** The envelope that every event carries; it is stored in EventStoreDB's metadata. */
export interface EventMetadata {
  /** UUID v5 of (tenant, stream, commandId, index): the same command again is the same event. */
  readonly eventId: string;
  readonly eventType: string;
  readonly schemaVersion: number;
  readonly tenantId: string;
  /** Stage of the referral before and after this event, written by the command handler for the audit trail. */
  readonly stage?: { readonly before: string; readonly after: string };
  /** Effective time, ISO 8601 with offset. */
  readonly occurredAt: string;
  /** Server clock, UTC. */
  readonly recordedAt: string;
  /** Whole minutes, when more than one lies between the two times, and the code of the reason, else `unstated`. */
  readonly backdated?: { readonly byMinutes: number; readonly reason: string };
  readonly actor: Actor;
  readonly source: CommandSource;
  /** The idempotency key of the command, as the caller gave it; never published. */
  readonly commandId: string;
  /** Name of the command that produced this event. */
  readonly commandType: string;
  /** SHA-256 (hex) of the canonical JSON of the command's body: the same key with another body is refused. */
  readonly commandHash: string;
  /** One business conversation; a UUID, made from the caller's text where that is none. */
  readonly correlationId: string;
  /** Event or command that caused this one; a UUID in the same way. */
  readonly causationId: string;
  readonly policyRefs?: readonly PolicyReference[];
  readonly purposeOfUse?: 'TREAT' | 'HPAYMT' | 'HOPERAT' | 'PATRQT' | 'ETREAT';
  readonly sensitivity?: readonly string[];
  /** The data key that encrypts the fields marked PHI; absent when the event has none. */
  readonly phiKeyId?: string;
  /** `hash` of the event before it in its stream; 64 zeros for the first. */
  readonly prevHash: string;
  /** SHA-256 (hex) over the canonical JSON (RFC 8785) of type, data as stored, and this metadata without `hash`. */
  readonly hash: string;
}
