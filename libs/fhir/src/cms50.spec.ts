import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Intake } from './intake';
import { readIntake } from './read-intake';
import { objections } from './testing/validated';

/** Test patients of the quality measure CMS50, written by others; they lie beside the repository where they are at hand. */
const folder = new URL('../../../../shared/data/cms50/', import.meta.url);

/** The latest order of the files was written on the first day of 2027. */
const now = '2027-01-02T00:00:00.000Z';

const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

const read = (name: string, at = now): Intake =>
  readIntake(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), { tenantId: 'default', now: at });

const commandsOf = (intake: Intake) => ('commands' in intake ? intake.commands : []);
const issuesOf = (intake: Intake) => ('issues' in intake ? intake.issues : []);

/** Its orders and its coverage name a patient who is not in it. */
const dangling = '2feec6c6-7250-4391-a4ee-0d5006cc70bc-bundle.json';

(files.length > 0 ? describe : describe.skip)('the CMS50 test patients', () => {
  it('are all read but the one whose orders name a patient who is not there', () => {
    expect(files).toHaveLength(12);
    expect(files.filter((name) => issuesOf(read(name)).length > 0)).toEqual([dangling]);
    expect(issuesOf(read(dangling)).map(({ code, expression }) => [code, ...expression])).toEqual([
      ['not-found', 'Bundle.entry[3].resource.subject.reference'],
      ['not-found', 'Bundle.entry[6].resource.subject.reference'],
    ]);
  });

  // Twelve files hold fourteen orders at top level: ten hold one, two hold two, and one of these two is the refused one. The same
  // orders once more, in the Bundle that each file has for an entry, do not count.
  it('become twelve referrals of eleven patients', () => {
    const commands = files.flatMap((name) => commandsOf(read(name)));
    expect(commands).toHaveLength(12);
    expect(new Set(commands.map(({ body }) => body.patientId)).size).toBe(11);
    expect(new Set(commands.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(12);
  });

  it('become bodies that the ReceiveReferral command takes', () => {
    const bodies = files.flatMap((name) => commandsOf(read(name))).map(({ body }) => body);
    expect(bodies.map(objections)).toEqual(bodies.map(() => []));
  });

  it('have a practitioner who refers and a coverage each, though their orders name neither', () => {
    for (const { body } of files.flatMap((name) => commandsOf(read(name)))) {
      expect(body.referringParty).toMatchObject({ type: 'provider', name: 'Dr Evil' });
      expect(body.coverageIds).toHaveLength(1);
      expect(body.claimedUrgency).toBe('routine');
    }
  });

  it('tell of four orders that are completed, whose reports may still be owed', () => {
    const remarks = files.map((name) => read(name)).flatMap((intake) => ('remarks' in intake ? intake.remarks : []));
    expect(remarks.map(({ severity, code }) => [severity, code])).toEqual(Array(4).fill(['warning', 'business-rule']));
  });

  it('are refused while their orders lie in the future', () => {
    const early = files.filter((name) => name !== dangling).map((name) => read(name, '2025-12-31T23:59:59.999Z'));
    expect(early.flatMap(commandsOf)).toEqual([]);
    expect(new Set(early.flatMap(issuesOf).map(({ code }) => code))).toEqual(new Set(['business-rule']));
  });
});
