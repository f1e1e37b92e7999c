import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { pages } from './pages';

for (const [file, page] of Object.entries(pages)) {
  writeFileSync(file, page());
  console.log(`wrote ${file}`);
}
