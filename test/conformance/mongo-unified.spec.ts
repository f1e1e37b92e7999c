import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BSON, MongoClient } from 'mongodb';
import { startMongo } from '../support/embedded-mongo';
import type { RunningMongo } from '../support/embedded-mongo';
import { appliesTo, runUnifiedTest } from './mongo-unified/run-test';
import type { UnifiedFile } from './mongo-unified/format';
import { skipReasonOf } from './mongo-unified/skipped';

/** MongoDB's specification tests for drivers, when they lie beside the repository. */
const folder = resolve('../shared/data/mongodb-specs');
const suites = ['crud', 'transactions'];

let node: RunningMongo;
let admin: MongoClient;

const filesOf = (suite: string): readonly string[] =>
  existsSync(join(folder, suite)) ? readdirSync(join(folder, suite)).filter((name) => name.endsWith('.json')) : [];

const read = (suite: string, name: string): UnifiedFile =>
  BSON.EJSON.parse(readFileSync(join(folder, suite, name), 'utf8')) as UnifiedFile;

beforeAll(async () => {
  node = await startMongo({ testCommands: true });
  admin = await MongoClient.connect(node.url);
});

afterAll(async () => {
  await admin.close();
  await node.stop();
});

describe.each(suites)("MongoDB's specification of %s", (suite) => {
  const files = filesOf(suite);
  if (files.length === 0)
    it('is not beside this repository, so there is nothing to compare with', () =>
      expect(existsSync(folder)).toBe(false));
  for (const name of files) {
    const file = read(suite, name);
    for (const test of file.tests) {
      const title = `${name}: ${test.description}`;
      if (!appliesTo(file, test)) continue;
      if (skipReasonOf(suite, name, test.description) !== undefined) it.skip(title, () => undefined);
      else it(title, () => runUnifiedTest(node.url, admin, file, test));
    }
  }
});
