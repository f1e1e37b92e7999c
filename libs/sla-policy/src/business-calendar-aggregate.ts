import {
  type Aggregate,
  invariant,
  publishingInvariants,
  refusals,
  rulesOf,
  transitionTable,
} from '@referral/eventsourcing';
import type { CalendarContent } from './commands/calendar-content';
import { publishBusinessCalendarUseCase } from './commands/publish-business-calendar';
import { publishBusinessCalendarVersionUseCase } from './commands/publish-business-calendar-version';
import { type BusinessCalendarEvent, businessCalendarEventTypes } from './events/business-calendar-event';
import { evolveCalendar, type CalendarState } from './published-calendar';

const useCases = [publishBusinessCalendarUseCase, publishBusinessCalendarVersionUseCase];

/** The legal steps of a calendar. */
export const businessCalendarTransitions = transitionTable<
  'published',
  'PublishBusinessCalendar' | 'PublishBusinessCalendarVersion'
>(
  ['PublishBusinessCalendar', 'PublishBusinessCalendarVersion'],
  [
    { id: 'B1', from: ['none'], command: 'PublishBusinessCalendar', to: ['published'], guard: 'I47' },
    { id: 'B2', from: ['published'], command: 'PublishBusinessCalendarVersion', to: 'unchanged', guard: 'I47' },
  ],
);

/** Every code that a command about a calendar can be refused with, beside those that all aggregates share. */
export const businessCalendarInvariants = {
  CALENDAR_NOT_FOUND: invariant(null, 404, 'The calendar exists.'),
  ...publishingInvariants,
} as const;

const { decider, allowedActions } = rulesOf<CalendarContent, CalendarState, BusinessCalendarEvent>({
  useCases,
  initialState: { stage: 'none' },
  evolve: evolveCalendar,
  commandsFrom: businessCalendarTransitions.commandsFrom,
  notFound: () => refusals(businessCalendarInvariants)('CALENDAR_NOT_FOUND'),
  beganAt: ({ since }) => since,
});

/** Everything that the command handler needs to run business calendars. */
export const businessCalendarAggregate: Aggregate<CalendarContent, CalendarState, BusinessCalendarEvent> = {
  category: 'calendar',
  collection: 'business-calendars',
  idField: 'calendarId',
  decider,
  commands: useCases,
  events: businessCalendarEventTypes,
  upcasters: {},
  invariants: businessCalendarInvariants,
  allowedActions,
  patientOf: () => undefined,
  stageOf: ({ stage }) => stage,
};
