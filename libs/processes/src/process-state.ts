import type { Errand } from './errand';
import type { Timer, Waiting } from './process';
import type { Cause, ProcessEvent } from './process-event';

/** One instance of a process: what it waits for, and how far it has come. */
export interface ProcessState extends Waiting {
  /** Revision of the newest fact of the subject that something was decided on; -1 before the first. */
  readonly observed: number;
  /** How much was asked for so far: numbers timers and errands. */
  readonly asked: number;
}

/** Before anything was decided. */
export const initialProcessState: ProcessState = { timers: {}, errands: {}, observed: -1, asked: 0 };

const after = (state: ProcessState, because: Cause): Pick<ProcessState, 'observed'> => ({
  observed: because.kind === 'fact' ? Math.max(state.observed, because.revision) : state.observed,
});

const without = <Value>(values: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> => {
  const { [key]: _, ...others } = values;
  return others;
};

/** The instance after one more of its own facts. */
export const evolveProcess = (state: ProcessState, { type, data }: ProcessEvent): ProcessState => {
  switch (type) {
    case 'TimerSet': {
      const { because, ...timer } = data;
      const timers = { ...state.timers, [timer.timerId]: timer };
      return { ...state, ...after(state, because), asked: state.asked + 1, timers };
    }
    case 'TimerCleared':
      return { ...state, ...after(state, data.because), timers: without(state.timers, data.timerId) };
    case 'TimerFired':
      return { ...state, timers: without(state.timers, data.timerId) };
    case 'ErrandGiven': {
      const errands = { ...state.errands, [data.errandId]: data.errand };
      return { ...state, ...after(state, data.because), asked: state.asked + 1, errands };
    }
    case 'ErrandSettled':
      return { ...state, errands: without(state.errands, data.errandId) };
  }
};

/** The timer with an id, when it is set. */
export const timerOf = ({ timers }: Waiting, timerId: string): Timer | undefined =>
  Object.hasOwn(timers, timerId) ? timers[timerId] : undefined;

/** The errand with an id, when it is open. */
export const errandOf = ({ errands }: Waiting, errandId: string): Errand | undefined =>
  Object.hasOwn(errands, errandId) ? errands[errandId] : undefined;
