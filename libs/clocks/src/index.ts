export { type ClockExplanation, explainClocks } from './explain-clocks';
export { type ClockLedger, evolveLedger, initialLedger, isRunning, type LedgerRun, type ReferralFact } from './ledger';
export { bindingOf, deadlineOf, runOf } from './deadline-of';
