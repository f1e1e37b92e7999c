import { readFileSync } from 'node:fs';
import { queues } from '@referral/projections';
import { commandNames, stages, transitions } from '@referral/referral';
import { describe, expect, it } from '@jest/globals';
import { pages } from './pages';
import { referralLifecycle } from './referral-lifecycle';

describe('the pages that are written from the code', () => {
  it.each(Object.entries(pages))('%s says what the code says; `npm run docs` writes it anew', (file, page) => {
    expect(readFileSync(file, 'utf8')).toBe(page());
  });
});

describe('the page about the life of a referral', () => {
  const page = referralLifecycle();

  it('has every stage, every rule and every command', () => {
    for (const stage of Object.keys(stages)) expect(page).toContain(`| \`${stage}\``);
    for (const { id } of transitions) expect(page).toContain(`| ${id} `);
    for (const command of commandNames) expect(page).toMatch(new RegExp(`\\| ${command} +\\|`));
    expect(page.match(/^\| T\d/gm)).toHaveLength(transitions.length);
  });

  it('has every queue', () => {
    for (const { id, slug } of queues) expect(page).toMatch(new RegExp(`\\| ${id} \\| \`${slug}\` `));
  });

  it('draws every stage, each with a way in', () => {
    const diagram = page.slice(page.indexOf('```mermaid'));
    for (const stage of Object.keys(stages)) expect(diagram).toMatch(new RegExp(`--> ${stage}: `));
  });
});
