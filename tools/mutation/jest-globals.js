/** What the specs of the domain take from Jest, outside Jest: they declare by `jest-circus` what the runner then runs. */
export { expect } from 'expect';
export { describe, it } from 'jest-circus';
