import { categoryOf, idOf, type Projection, type RecordedEvent } from '@referral/eventsourcing';
import {
  evolveProcess,
  initialProcessState,
  processes,
  type ProcessEvent,
  processEventTypes,
  type Waiting,
} from '@referral/processes';

/** What one instance of a process waits for. */
export interface AgendaItem extends Waiting {
  readonly process: string;
  readonly instanceId: string;
  /** Conversation and id of the newest fact of the instance, for what follows from it. */
  readonly correlationId: string;
  readonly lastEventId: string;
}

/** The instances of processes that wait for something: timers that are set and errands that are open. The others have no document. */
export const agenda: Projection<ProcessEvent, AgendaItem> = {
  name: 'agenda',
  version: 1,
  categories: processes.map(({ name }) => name),
  documentId: ({ type, streamId }) => (Object.hasOwn(processEventTypes, type) ? streamId : null),
  evolve: (item, event) => {
    // Where an instance stands does not matter for what it waits for, so that it can be taken up after anything.
    const { timers, errands } = evolveProcess({ ...initialProcessState, ...item }, event);
    if (Object.keys(timers).length + Object.keys(errands).length === 0) return null;
    return { ...placeOf(event), timers, errands };
  },
  indexes: [],
};

const placeOf = ({ streamId, metadata }: RecordedEvent): Omit<AgendaItem, keyof Waiting> => ({
  process: categoryOf(streamId),
  instanceId: idOf(streamId),
  correlationId: metadata.correlationId,
  lastEventId: metadata.eventId,
});
