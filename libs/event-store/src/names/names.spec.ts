import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Envelope } from '../envelope/seal';
import { issuedIn } from '../testing/case-file';
import { collect } from '../testing/collect';
import { UnreliableStore } from '../testing/unreliable-store';
import { verifyLog } from '../verification/verify-log';
import { checkCharacter } from './check-character';
import { SequenceNumbers } from './sequence-numbers';
import { UniqueNames } from './unique-names';

let store: UnreliableStore;
beforeEach(() => {
  store = new UnreliableStore();
});

const envelopeOf = (commandId: string, tenantId = 'clinic'): Envelope => ({
  ...issuedIn(tenantId),
  commandId,
  commandType: 'ReceiveReferral',
  commandHash: '',
  correlationId: 'c',
  causationId: 'c',
});

const order = { system: 'urn:orders', value: '4711' };

describe('An external name', () => {
  it('belongs to the first who reserves it, whoever asks then', async () => {
    const names = new UniqueNames(store);
    const reserve = (owner: string, key: string) => names.reserve({ ...order, owner, envelope: envelopeOf(key) });
    expect(await reserve('a', '1')).toBe('a');
    expect(await reserve('b', '2')).toBe('a');
    expect(await reserve('a', '1')).toBe('a');
    expect(await collect(store.readAll())).toHaveLength(1);
  });

  it('belongs to one of 50 processes that reserve it at once, also under one key', async () => {
    const owners = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        new UniqueNames(store).reserve({ ...order, owner: `owner ${index}`, envelope: envelopeOf('one key') }),
      ),
    );
    expect(new Set(owners).size).toBe(1);
  });

  it('is another name in another tenant or system, and is not written down itself', async () => {
    const names = new UniqueNames(store);
    expect(await names.reserve({ ...order, owner: 'a', envelope: envelopeOf('1') })).toBe('a');
    expect(await names.reserve({ ...order, owner: 'b', envelope: envelopeOf('1', 'other') })).toBe('b');
    expect(await names.reserve({ ...order, system: 'urn:x', owner: 'c', envelope: envelopeOf('1') })).toBe('c');
    const events = await collect(store.readAll());
    expect(JSON.stringify(events.map(({ streamId, data }) => [streamId, data]))).not.toContain('4711');
  });

  it('is found again by who reserved it and never heard the answer', async () => {
    const names = new UniqueNames(store);
    store.accidents.push('written, answer lost');
    const reserve = () => names.reserve({ ...order, owner: 'a', envelope: envelopeOf('1') });
    await expect(reserve()).rejects.toMatchObject({ name: 'StoreUnavailable' });
    expect(await reserve()).toBe('a');
  });

  it('can be looked up without being reserved', async () => {
    const names = new UniqueNames(store);
    expect(await names.holding({ tenantId: 'clinic', ...order })).toBeNull();
    await names.reserve({ ...order, owner: 'a', envelope: envelopeOf('1') });
    expect(await names.holding({ tenantId: 'clinic', ...order })).toMatchObject({ owner: 'a', revision: 0n });
    expect(store.appends).toBe(1);
  });

  it('goes over to one new owner, in a stream that still verifies', async () => {
    const names = new UniqueNames(store);
    await names.reserve({ ...order, owner: 'a', envelope: envelopeOf('1') });
    const instead = await names.holding({ tenantId: 'clinic', ...order });
    if (!instead) throw new Error('nobody holds it');
    const owners = await Promise.all(
      ['b', 'c'].map((owner) => names.reserve({ ...order, owner, envelope: envelopeOf(owner), instead })),
    );
    expect(owners[0]).toBe(owners[1]);
    expect(await verifyLog(store)).toMatchObject({ intact: true, events: 2 });
  });
});

describe('A reference number', () => {
  it('is never given twice, by no process, also to one command that two of them run', async () => {
    const processes = Array.from({ length: 5 }, () => new SequenceNumbers(store));
    const given = await Promise.all(
      processes.flatMap((numbers) => Array.from({ length: 300 }, () => numbers.next(envelopeOf('one key')))),
    );
    expect(new Set(given).size).toBe(1_500);
    for (const reference of given) expect(reference).toMatch(/^REF-2026-\d{6}-[0-9A-Z]$/);
    expect(await verifyLog(store)).toMatchObject({ intact: true, events: 5 });
  });

  it('goes on in a new block when one is used up', async () => {
    const numbers = new SequenceNumbers(store);
    const given = new Set<string>();
    for (let n = 0; n < 1_000; n += 1) given.add(await numbers.next(envelopeOf('k')));
    expect(given.size).toBe(1_000);
    expect(await collect(store.readAll())).toHaveLength(2);
  });

  it('gives one command as many in a row as it asks for, and the same ones again', async () => {
    const numbers = new SequenceNumbers(store);
    const single = await numbers.next(envelopeOf('k'));
    const { references, revision } = await numbers.several(envelopeOf('many'), 1_500);
    expect(new Set([single, ...references]).size).toBe(1_501);
    await new SequenceNumbers(store).next(envelopeOf('k'));
    expect(await numbers.several(envelopeOf('many'), 1_500)).toMatchObject({ references, revision });
    expect(await collect(store.readAll())).toHaveLength(3);
    expect((await verifyLog(store)).intact).toBe(true);
  });

  it('shows every wrong digit and every swap of two digits next to each other', () => {
    const unnoticed: string[] = [];
    for (let number = 1; number < 3_000; number += 7) {
      const digits = `2026${String(number).padStart(6, '0')}`;
      const check = checkCharacter(digits);
      for (const mistake of mistakesIn(digits)) if (checkCharacter(mistake) === check) unnoticed.push(mistake);
    }
    expect(unnoticed).toEqual([]);
  });

  it('has the check character of ISO 7064 MOD 37-2: all weighted by powers of two leave 1', () => {
    for (const digits of ['2026000001', '2026999999', '0794']) {
      const check = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*'.indexOf(checkCharacter(digits));
      const values = [...Array.from(digits, Number), check].reverse();
      expect(values.reduce((sum, value, place) => sum + value * 2 ** place, 0) % 37).toBe(1);
    }
  });
});

/** The digits with each one wrong in every way, and with each two neighbours swapped. */
const mistakesIn = (digits: string): string[] =>
  Array.from(digits).flatMap((digit, place) => {
    const [before, after, next = ''] = [digits.slice(0, place), digits.slice(place + 1), digits[place + 1]];
    const wrong = Array.from('0123456789')
      .filter((other) => other !== digit)
      .map((other) => before + other + after);
    return next === '' || next === digit ? wrong : [...wrong, before + next + digit + digits.slice(place + 2)];
  });
