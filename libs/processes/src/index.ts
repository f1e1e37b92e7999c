export { type Assignee, type AssigneeSearch, type AssigneesFound, assigneeWith, mayTake } from './assignee';
export { ask, type CommandErrand, type Errand, type LookingErrand, type Outcome, send } from './errand';
export { type ConsentCopy, consentCopyOf } from './consent-copy';
export { destinationStatusOf } from './destination-status';
export type { ConsentSearch, LookUp, Search, SearchField } from './question';
export type { AuthorizationInquiry, AuthorizationQuestion, EligibilityQuestion, PayerQuestion } from './payer-question';
export {
  clearTimer,
  type Decision,
  type Process,
  setTimer,
  type Subject,
  type Timer,
  type Trigger,
  type Waiting,
} from './process';
export { processAggregate } from './process-aggregate';
export { type Cause, type ProcessEvent, processEventTypes } from './process-event';
export { errandOf, evolveProcess, initialProcessState, type ProcessState, timerOf } from './process-state';
export { payerProcesses, processes } from './processes';
export { React, react } from './react';
export { defaultSite, type Site, type SiteSettings } from './site';
