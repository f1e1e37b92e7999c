/** Which events of the whole log somebody wants; decided by the name of the stream, or by the type of the event. */
export interface EventFilter {
  readonly on: 'stream-name' | 'event-type';
  readonly matches: (text: string) => boolean;
}
