import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { scenarios } from './scenarios';

describe('the page about payers', () => {
  it('tells every scenario as the simulated payer does, and no other', () => {
    const [, page = ''] = readFileSync('docs/payers.md', 'utf8').split('## The simulated payer');
    const rows = [...page.matchAll(/^\| `([A-Z]+)`\s*\| (.*?)\s*\|$/gm)].map(([, name, summary]) => [name, summary]);
    expect(rows).toEqual(Object.entries(scenarios).map(([name, { summary }]) => [name, summary]));
  });
});
