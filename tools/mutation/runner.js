import { getState, resetState } from 'jest-circus';
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

const textOf = (error) => String(error?.message ?? error);

/**
 * Runs the specs of one library for Stryker. Jest loads all modules anew for every spec file, which is nearly all of the time that a
 * mutant takes; here they are one module. Every mutant loads it anew, so that it sees nothing of those before it.
 */
class SpecRunner {
  /** What the changed code reads: which change is active; and where it writes which changes a test came by. */
  context = (globalThis.__stryker__ = {});
  durations = new Map();
  loads = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.specs = await bundleSpecs();
  }

  async load() {
    resetState();
    await import(`${this.specs}?${(this.loads += 1)}`);
    return declaredTests();
  }

  /** Why a test fails, or null. */
  async failureOf({ id, run }) {
    const start = performance.now();
    try {
      await run();
      return null;
    } catch (error) {
      return textOf(error);
    } finally {
      this.durations.set(id, performance.now() - start);
    }
  }

  async dryRun() {
    const tests = [];
    for (const test of await this.load()) {
      const { id } = test;
      this.context.currentTestId = id;
      const failureMessage = await this.failureOf(test);
      const status = failureMessage === null ? 0 : 1;
      tests.push({ id, name: id, status, failureMessage, timeSpentMs: this.durations.get(id) });
    }
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
    const usual = ({ id }) => this.durations.get(id) ?? 0;
    tests.sort((one, other) => usual(one) - usual(other));
    for (const [index, test] of tests.entries()) {
      const failureMessage = await this.failureOf(test);
      if (this.context.hitCount > this.context.hitLimit)
        return { status: 'timeout', reason: 'It goes round for ever.' };
      if (failureMessage !== null)
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: 'survived', nrOfTests: tests.length };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'specs', injectableClass: SpecRunner }];
