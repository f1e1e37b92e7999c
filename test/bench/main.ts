import 'reflect-metadata';
import { availableParallelism, loadavg } from 'node:os';
import type { Findings } from './benchmark';
import { append } from './benchmarks/append';
import { catchUp } from './benchmarks/catch-up';
import { commands } from './benchmarks/commands';
import { eventStore } from './benchmarks/event-store';
import { http } from './benchmarks/http';
import { mongo } from './benchmarks/mongo';
import { queues } from './benchmarks/queues';
import { visible } from './benchmarks/visible';
import { chosen } from './choice';
import { table } from './table';

const choice = chosen(process.argv.slice(2), [append, eventStore, mongo, commands, http, visible, catchUp, queues]);
if ('told' in choice) {
  console.log(choice.told);
  process.exit(choice.code);
}

// The EventStoreDB client rejects promises that nobody holds when a stream of it ends.
process.on('unhandledRejection', (error) => console.error('unhandled rejection:', error));

const findings: Findings[] = [];
console.log(
  `${String(availableParallelism())} cores, load ${loadavg()[0]?.toFixed(1) ?? '?'}, Node.js ${process.version}`,
);
for (const { name, run } of choice.benchmarks) {
  const startedAt = performance.now();
  try {
    findings.push(await run());
  } catch (error) {
    console.error(error);
    findings.push({ rows: [], checks: [{ name: `${name}: could be measured`, violations: 1 }] });
  }
  console.log(`${name}: ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
}
console.log(`\n${table(findings)}`);
process.exit(findings.some(({ checks }) => checks.some(({ violations }) => violations > 0)) ? 1 : 0);
