import { serveFromMemory } from './serve-from-memory';

/** `main.js HOST:PORT`: answers what the event store there answers, from memory. Prints `ready HOST:PORT`. */
const [address = ''] = process.argv.slice(2);
console.log(`ready 127.0.0.1:${String(await serveFromMemory(address))}`);
