import { describe, expect, it } from '@jest/globals';
import type { Command } from '../command';
import { stepsOf } from './steps-of';

class OpenDoor implements Command {
  readonly occurredAt!: string;
  readonly issued!: Command['issued'];
}
class PaintDoor extends OpenDoor {}

const isStep = stepsOf({
  rows: [
    { id: 'D1', from: ['shut'], command: 'OpenDoor', to: ['open'] },
    { id: 'D2', from: ['shut', 'open'], command: 'PaintDoor', to: 'unchanged' },
  ],
});

describe('a step of a table', () => {
  it.each([
    ['shut', new OpenDoor(), 'open', true],
    ['open', new OpenDoor(), 'open', false],
    ['shut', new OpenDoor(), 'shut', false],
    ['open', new PaintDoor(), 'open', true],
    ['shut', new PaintDoor(), 'open', false],
  ] as const)('leads from %s by %o to %s: %s', (from, command, to, expected) => {
    expect(isStep({ stage: from }, command, { stage: to })).toBe(expected);
  });
});
