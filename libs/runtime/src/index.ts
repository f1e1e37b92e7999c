export { clock, type Clock } from './clock';
export { Configuration, ConfigurationError, readConfiguration } from './configuration';
export { logger, type Logger } from './logger';
export { CannotStart, runProcess, type Started } from './process';
export { announceRunning, findRunning, retractRunning, type Running } from './running';
