import type { Aggregate } from '@referral/eventsourcing';
import type { Process } from './process';
import { type ProcessEvent, processEventTypes } from './process-event';
import { initialProcessState, type ProcessState, evolveProcess } from './process-state';
import { React, react } from './react';

/** A process as the command runner runs it: its instances are streams, and reacting is the one command. */
export const processAggregate = (process: Process): Aggregate<React, ProcessState, ProcessEvent> => ({
  category: process.name,
  collection: process.name,
  idField: 'instanceId',
  decider: {
    initialState: initialProcessState,
    decide: (command, state) => react(process, command, state),
    evolve: evolveProcess,
  },
  commands: [
    {
      name: 'React',
      // It is made by the reactor and never by a request, so nothing constructs it without arguments.
      command: React as unknown as Aggregate['commands'][number]['command'],
      summary: 'Lets the process react to a fact, a timer or the outcome of an errand.',
      roles: ['system'],
      creates: true,
      generatedIds: [],
    },
  ],
  events: processEventTypes,
  upcasters: {},
  invariants: {},
  patientOf: () => undefined,
  allowedActions: () => [],
});
