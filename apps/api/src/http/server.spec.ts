import 'reflect-metadata';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { InMemoryEventStore, StoreUnavailable } from '@referral/event-store';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Parts } from '../parts';
import { createApi } from '../serve';
import { clientOf } from '../testing/client';
import { partsInMemory } from '../testing/parts-in-memory';
import { receiveBody } from '../testing/receive-body';

/** A store that takes the next append and never says so. */
class ForgetfulStore extends InMemoryEventStore {
  forgets = false;

  override async append(...args: Parameters<InMemoryEventStore['append']>) {
    const appended = await super.append(...args);
    if (!this.forgets) return appended;
    this.forgets = false;
    throw new StoreUnavailable('no answer');
  }
}

describe('the HTTP server', () => {
  let app: NestFastifyApplication;
  const started = async (parts: Parts = partsInMemory()) => {
    app = await createApi(parts);
    await app.init();
    return clientOf(app);
  };
  afterEach(() => app.close());

  it('names the key of a command in every answer, also in a refusal, and takes it for the same command', async () => {
    const api = await started();
    const first = await api.post('/referrals', receiveBody());
    const key = String(first.headers['idempotency-key']);
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    expect((await api.post('/referrals', receiveBody(), { 'idempotency-key': key })).body).toEqual(first.body);
    const refused = await api.post('/referrals', { direction: 'sideways' }, { 'idempotency-key': 'mine' });
    expect(refused).toMatchObject({ status: 400, headers: { 'idempotency-key': 'mine' } });
    expect((await api.get('/api/v1/worklists')).headers).not.toHaveProperty('idempotency-key');
  });

  it('tells who gave no key and hears nothing certain under which key to ask again', async () => {
    const store = new ForgetfulStore();
    const api = await started(partsInMemory({ store }));
    await api.post('/referrals', receiveBody());
    store.forgets = true;
    const lost = await api.post('/referrals', receiveBody());
    expect(lost).toMatchObject({ status: 503, body: { detail: expect.stringContaining('Idempotency-Key') } });
    const again = { 'idempotency-key': String(lost.headers['idempotency-key']) };
    expect(await api.post('/referrals', receiveBody(), again)).toMatchObject({ status: 201 });
    const streams = new Set<string>();
    for await (const { streamId } of store.readAll({ categories: ['referral'] })) streams.add(streamId);
    expect(streams.size).toBe(2);
  });

  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])(
    'answers a request for this machine: %s',
    async (host) => {
      const api = await started();
      expect((await api.get('/health/live', { host })).status).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:3000', '10.0.0.1', 'localhost@evil'])(
    'refuses a request for another host, as a page behind a rebound name sends it: %s',
    async (host) => {
      const api = await started();
      for (const path of ['/api/v1/feed', '/health/live', '/metrics', '/docs/openapi.json', '/nowhere'])
        expect(await api.get(path, { host })).toMatchObject({
          status: 421,
          headers: { 'content-type': expect.stringContaining('application/problem+json') },
          body: { code: 'MISDIRECTED_REQUEST' },
        });
      expect((await api.post('/referrals', receiveBody(), { host })).status).toBe(421);
    },
  );

  it('answers for any host when something in front of it checks the callers', async () => {
    const api = await started(partsInMemory({ settings: { INSECURE_TRUST_HEADERS: '1' } }));
    expect((await api.get('/health/live', { host: 'referrals.example' })).status).toBe(200);
  });

  it.each([
    ['/api/v1/referrals/%ED%A0%80', 400, 'VALIDATION_FAILED'],
    ['/api/v1/referrals/%', 400, 'VALIDATION_FAILED'],
    [`/api/v1/referrals/${'x'.repeat(200)}`, 414, 'URI_TOO_LONG'],
  ])('has a problem document for an address that cannot be used: %s', async (path, status, code) => {
    const api = await started();
    const answer = await api.get(path, { 'x-correlation-id': 'conversation-1' });
    expect(answer).toMatchObject({
      status,
      headers: {
        'content-type': expect.stringContaining('application/problem+json'),
        'x-correlation-id': 'conversation-1',
        'cache-control': 'no-store',
      },
      body: { status, code, correlationId: 'conversation-1' },
    });
  });

  it.each([
    ['PUT', '/api/v1/referrals', 'POST'],
    ['DELETE', '/api/v1/referrals/r1?x=1', 'GET, HEAD'],
    ['GET', '/api/v1/referrals/r1/add-note', 'POST'],
    ['OPTIONS', '/health/live', 'GET, HEAD'],
  ] as const)('says which methods an address takes: %s %s', async (method, url, allow) => {
    await started();
    const answer = await app.inject({ method, url });
    expect(answer).toMatchObject({ statusCode: 405, headers: { allow } });
    expect(answer.json()).toMatchObject({ code: 'METHOD_NOT_ALLOWED', detail: `This address takes ${allow} only.` });
  });

  it('says where to look when nothing is at an address', async () => {
    const api = await started();
    for (const path of ['/', '/api/v2/referrals', '/api/v1/referrals/r1/nothing/', '/docs/nothing'])
      expect(await api.get(path)).toMatchObject({ status: 404, body: { detail: expect.stringContaining('/docs') } });
  });

  it.each([
    ['FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    ['patient data\r\n\r\n', 400, 'MALFORMED_REQUEST'],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
    ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 421, 'MISDIRECTED_REQUEST'],
  ])('has a problem document for bytes that are no request: %s', async (bytes, status, code) => {
    await started();
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1').setEncoding('utf8');
    socket.write(bytes);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status} `);
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code, correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(body).not.toContain('patient data');
  });
});
