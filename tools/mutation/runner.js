import { getState, resetState } from 'jest-circus';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bundleSpecs } from './bundle.js';

/** The tests that `describe` and `it` have declared, each with an id of its own: specs of two files may use the same words. */
const declaredTests = () => {
  const seen = new Map();
  const idOf = (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  };
  const within = ({ children }, path) =>
    children.flatMap((child) => {
      const name = `${path} ${child.name}`.trim();
      return child.type === 'test' ? [{ id: idOf(name), run: child.fn }] : within(child, name);
    });
  return within(getState().rootDescribeBlock, '');
};

/** How long each test took, in milliseconds by its id, told by the process that ran them first to those that run the mutants. */
const durationsFile = 'durations.json';

const textOf = (error) => String(error?.message ?? error);

/** Why a test fails, or null. */
const failureOf = async ({ run }) => {
  try {
    await run();
    return null;
  } catch (error) {
    return textOf(error);
  }
};

/**
 * Runs the specs of one library for Stryker. Jest loads all modules anew for every spec file, which is nearly all of the time that a
 * mutant takes; here they are one module. Every mutant loads it anew, so that it sees nothing of those before it.
 */
class SpecRunner {
  /** What the changed code reads: which change is active; and where it writes which changes a test came by. */
  context = (globalThis.__stryker__ = {});
  durations = {};
  loads = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Nobody reads where a failure came from, and to find out costs more than most tests.
    Error.stackTraceLimit = 0;
    this.specs = await bundleSpecs();
    if (existsSync(durationsFile)) this.durations = JSON.parse(readFileSync(durationsFile, 'utf8'));
  }

  async load() {
    resetState();
    await import(`${this.specs}?${(this.loads += 1)}`);
    return declaredTests();
  }

  async dryRun() {
    const tests = [];
    for (const test of await this.load()) {
      const { id } = test;
      this.context.currentTestId = id;
      const start = performance.now();
      const failureMessage = await failureOf(test);
      this.durations[id] = performance.now() - start;
      const status = failureMessage === null ? 0 : 1;
      tests.push({ id, name: id, status, failureMessage, timeSpentMs: this.durations[id] });
    }
    writeFileSync(durationsFile, JSON.stringify(this.durations));
    return { status: 'complete', tests, mutantCoverage: this.context.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    Object.assign(this.context, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit && 0 });
    try {
      return await this.untilNoticed(testFilter && new Set(testFilter));
    } catch (error) {
      return { status: 'error', errorMessage: textOf(error) };
    }
  }

  /** The quick tests come first: most mutants are noticed by one of them. */
  async untilNoticed(covering) {
    const tests = (await this.load()).filter(({ id }) => covering?.has(id) ?? true);
    tests.sort((one, other) => this.durations[one.id] - this.durations[other.id]);
    for (const [index, test] of tests.entries()) {
      const failureMessage = await failureOf(test);
      if (this.context.hitCount > this.context.hitLimit)
        return { status: 'timeout', reason: 'It goes round for ever.' };
      if (failureMessage !== null)
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: 'survived', nrOfTests: tests.length };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'specs', injectableClass: SpecRunner }];
