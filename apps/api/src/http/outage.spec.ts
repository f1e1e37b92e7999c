import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { StreamUnreadable } from '@referral/event-store';
import { MongoDriverError, MongoServerError } from 'mongodb';
import { outageOf } from './outage';

describe('an outage', () => {
  it('is a history that cannot be read here, until its key or a newer program is there', () => {
    const outage = outageOf(new StreamUnreadable('referral-1', 3n, 'there is no data key k1'));
    expect(outage).toMatchObject({ code: 'STREAM_UNREADABLE' });
    expect(outage?.message).not.toContain('k1');
  });

  const unavailable = { code: 'READ_MODELS_UNAVAILABLE' };

  it('is a connection that ends while a large command waits to be written, of which the driver tells as Node.js does', async () => {
    const server = createServer((socket) => socket.resetAndDestroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(Buffer.alloc(12_000_000));
    const error: unknown = await once(socket, 'drain').catch((reason: unknown) => reason);
    server.close();
    expect(outageOf(error)).toMatchObject(unavailable);
  });

  it('is a query whose database was restarted, and a pool that is closed', () => {
    expect(outageOf(new MongoServerError({ message: 'cursor id 5 not found', code: 43 }))).toMatchObject(unavailable);
    class Closed extends MongoDriverError {
      override get name() {
        return 'MongoPoolClosedError';
      }
    }
    expect(outageOf(new Closed('closed'))).toMatchObject(unavailable);
  });

  it('is nothing that is wrong here', () => {
    for (const error of [
      new TypeError('x is not a function'),
      new MongoServerError({ message: 'unknown operator', code: 2 }),
      Object.assign(new Error('no such file'), { code: 'ENOENT' }),
    ])
      expect(outageOf(error)).toBeNull();
  });
});
