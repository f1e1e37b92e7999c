import type { Progress, Seeded } from './history';
import { dateOf } from './virtual-time';

/** Milliseconds between two lines of progress, on a terminal and elsewhere. */
const PACE_MS = { terminal: 200, lines: 5_000 };

const WIDTH = 30;

/** What progress is told to: a terminal, where a line can be written over, or anything else. */
export interface Output {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** A bar on a terminal, plain lines elsewhere; not more often than one can read. */
export const progressOn = (output: Output, now: () => number): ((progress: Progress) => void) => {
  const startedAt = now();
  const pace = output.isTTY === true ? PACE_MS.terminal : PACE_MS.lines;
  let told = startedAt;
  return (progress) => {
    if (now() - told < pace) return;
    told = now();
    const line = lineOf(progress, (told - startedAt) / 1_000);
    output.write(output.isTTY === true ? `\r${barOf(progress)} ${line}\u001b[K` : `${line}\n`);
  };
};

const barOf = ({ done }: Progress): string => {
  const full = Math.floor(done * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`;
};

const lineOf = ({ done, at, events }: Progress, seconds: number): string =>
  `${String(Math.floor(done * 100)).padStart(3)} %  ${dateOf(at)}  ${events.toLocaleString('en-US')} events, ${rate(events, seconds)} per second`;

const rate = (events: number, seconds: number): string =>
  Math.round(events / Math.max(seconds, 0.001)).toLocaleString('en-US');

/** What was written, in words. */
export const summary = ({ digest, streams, events, written, commands, refused }: Seeded, seconds: number): string => {
  const count = (number: number): string => number.toLocaleString('en-US');
  const codes = [...refused]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, times]) => `${code} ${count(times)}`);
  const all = [...refused.values()].reduce((sum, times) => sum + times, 0);
  return [
    `${count(events)} events of ${count(streams)} streams, ${count(events - written)} of them there before`,
    `${count(commands)} commands, ${count(all)} refused${codes.length > 0 ? `: ${codes.join(', ')}` : ''}`,
    `${seconds.toFixed(1)} s, ${rate(written, seconds)} events per second`,
    `Digest of all heads: ${digest}`,
  ].join('\n');
};
