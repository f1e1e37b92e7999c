export type { Aggregate, CommandDescription } from './aggregate';
export type { Command, CommandClass, Issuance } from './command';
export { fold, type Decider } from './decider';
export { DomainError } from './domain-error';
export type { DomainEvent, EventType, Upcaster, Upcasters } from './domain-event';
export type { EventLog, FollowOptions, LogMessage } from './event-log';
export type { Actor, CommandSource, EventMetadata, PolicyReference } from './event-metadata';
export type { Index, Projection } from './projection';
export type { LogPosition, RecordedEvent } from './recorded-event';
