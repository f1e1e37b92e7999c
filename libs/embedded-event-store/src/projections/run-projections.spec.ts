import { writeSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodeData } from '../encoding/recorded-event';
import type { EventStoreEngine } from '../engine/event-store-engine';
import { append, proposed, setMetadata } from '../testing/events';
import { openScratchEngine, until } from '../testing/open-engine';
import { runProjections } from './run-projections';

const links = (engine: EventStoreEngine, stream: string): readonly string[] => {
  const read = engine.readStream({ stream, direction: 'forwards', from: 0, maxCount: 1000 });
  const page = read.kind === 'found' ? read.pages.next() : undefined;
  return (page ?? []).map((message) => decodeData(message).toString());
};

const failOnWarning = (message: string): void => {
  throw new Error(message);
};

describe('system projections', () => {
  it('link events by category, type, stream and correlation', async () => {
    const engine = await openScratchEngine();
    const running = runProjections(engine, failOnWarning);
    const correlated = { ...proposed('Accepted'), metadata: Buffer.from('{"$correlationId":"c-1"}') };
    await append(engine, 'referral-1', [proposed('Received'), correlated]);
    await append(engine, 'referral-2', [proposed('Received')]);
    await until(() => links(engine, '$ce-referral').length === 3);
    await running.close();
    expect(links(engine, '$ce-referral')).toEqual(['0@referral-1', '1@referral-1', '0@referral-2']);
    expect(links(engine, '$et-Received')).toEqual(['0@referral-1', '0@referral-2']);
    expect(links(engine, '$streams')).toEqual(['0@referral-1', '0@referral-2']);
    expect(links(engine, '$bc-c-1')).toEqual(['1@referral-1']);
  });

  it('tell of deleted streams by category, and under a type of their own', async () => {
    const engine = await openScratchEngine();
    const running = runProjections(engine, failOnWarning);
    await append(engine, 'referral-1', [proposed('Received')]);
    await append(engine, 'referral-2', [proposed('Received')]);
    await setMetadata(engine, 'referral-1', { $maxCount: 3 });
    await engine.write({ kind: 'delete', stream: 'referral-1', expected: 'any' });
    await engine.write({ kind: 'tombstone', stream: 'referral-2', expected: 'any' });
    const deletions = ['1@$$referral-1', '9223372036854775807@referral-2'];
    await until(() => links(engine, '$et-$deleted').length === 2);
    await running.close();
    expect(links(engine, '$et-$deleted')).toEqual(deletions);
    expect(links(engine, '$ce-referral')).toEqual(['0@referral-1', '0@referral-2', ...deletions]);
    expect(links(engine, '$streams')).toEqual(['0@referral-1', '0@referral-2']);
  });

  it('go on by themselves when there is room again', async () => {
    const refusals = [1, 2, 3];
    let isFull = false;
    const engine = await openScratchEngine({
      write: (file, bytes, at) => {
        if (isFull && refusals.pop() !== undefined) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        writeSync(file, bytes, 0, bytes.length, at);
      },
    });
    await append(engine, 'referral-1', [proposed('Received')]);
    isFull = true;
    const running = runProjections(engine, failOnWarning);
    await until(() => links(engine, '$ce-referral').length === 1);
    await running.close();
    expect(refusals).toEqual([]);
    expect(links(engine, '$streams')).toEqual(['0@referral-1']);
  });

  it('make every link once, though they begin again', async () => {
    const engine = await openScratchEngine();
    for (let round = 1; round <= 3; round++) {
      await append(engine, `referral-${round}`, [proposed('Received'), proposed('Accepted')]);
      const running = runProjections(engine, failOnWarning);
      await until(() => links(engine, '$streams').length === round);
      await until(() => links(engine, '$ce-referral').length === 2 * round);
      await running.close();
    }
    expect(links(engine, '$ce-referral')).toHaveLength(6);
    expect(links(engine, '$et-Accepted')).toHaveLength(3);
  });
});
