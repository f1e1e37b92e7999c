import { describe, expect, it } from '@jest/globals';
import { progressOn, summary } from './telling';

const at = Date.parse('2025-11-03T15:00:00Z');

const output = (isTTY: boolean) => {
  const said: string[] = [];
  return { isTTY, said, write: (text: string) => said.push(text) };
};

describe('the progress of a seed', () => {
  it('is a line now and then where nobody can see it change', () => {
    const out = output(false);
    let now = 0;
    const tell = progressOn(out, () => now);
    for (now = 1_000; now <= 11_000; now += 1_000) tell({ done: now / 20_000, at, events: now * 2 });
    expect(out.said).toEqual([
      ' 25 %  2025-11-03  10,000 events, 2,000 per second\n',
      ' 50 %  2025-11-03  20,000 events, 2,000 per second\n',
    ]);
  });

  it('is a bar that grows on a terminal', () => {
    const out = output(true);
    let now = 0;
    const tell = progressOn(out, () => now);
    now = 500;
    tell({ done: 0.5, at, events: 1_000 });
    expect(out.said).toEqual([
      `\r[${'#'.repeat(15)}${'.'.repeat(15)}]  50 %  2025-11-03  1,000 events, 2,000 per second\u001b[K`,
    ]);
  });
});

describe('the summary of a seed', () => {
  it('counts, and tells the digest last', () => {
    const refused = new Map([
      ['VISIT_NOT_DUE', 2],
      ['ELIGIBILITY_STALE', 1_500],
    ]);
    const seeded = {
      digest: 'd'.repeat(64),
      streams: 1_200,
      events: 20_000,
      written: 5_000,
      commands: 19_000,
      refused,
    };
    expect(summary(seeded, 2.5).split('\n')).toEqual([
      '20,000 events of 1,200 streams, 15,000 of them there before',
      '19,000 commands, 1,502 refused: ELIGIBILITY_STALE 1,500, VISIT_NOT_DUE 2',
      '2.5 s, 2,000 events per second',
      `Digest of all heads: ${'d'.repeat(64)}`,
    ]);
    expect(summary({ ...seeded, refused: new Map() }, 1)).toContain('19,000 commands, 0 refused\n');
  });
});
