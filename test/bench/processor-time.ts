import { readFileSync } from 'node:fs';

/** Length of a tick of /proc, in microseconds (USER_HZ is 100 on Linux). */
const microsecondsOfATick = 10_000;

/** Processor time that a process has used so far, in microseconds; 0 where there is no /proc. */
export const processorTimeOf = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * microsecondsOfATick;
  } catch {
    return 0;
  }
};
