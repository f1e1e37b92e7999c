import { run } from './run';

await run(process.argv.slice(2));
