import type { ServerResponse } from 'node:http';
import type { Reply } from './desk';

/** What goes over the wire; `undefined` when the connection is reset instead. */
interface Delivery {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

/** Delivers a reply in its scenario's manner, when it is ready. */
export const deliver = (response: ServerResponse, reply: Reply, now: number): void => {
  const delivery = deliveryOf(reply);
  if (!delivery) {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, type, body } = delivery;
  const send = (): void => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
  if (reply.readyAt <= now) {
    send();
    return;
  }
  const waiting = setTimeout(send, reply.readyAt - now);
  response.once('close', () => {
    clearTimeout(waiting);
  });
};

const x12 = (body: string | Buffer): Delivery => ({ status: 200, type: 'application/edi-x12', body });

const deliveryOf = ({ manner, document, traceNumber }: Reply): Delivery | undefined => {
  switch (manner) {
    case 'at_once':
    case 'slow':
      return x12(document);
    case 'reset':
      return undefined;
    case 'busy':
      return { status: 503, type: 'text/plain', body: 'Down for maintenance\n' };
    case 'html':
      return { status: 200, type: 'text/html', body: '<!doctype html><title>Sign in</title><p>Please sign in.</p>' };
    case 'bytes':
      return x12(Buffer.alloc(200, 0xff));
    case 'cut_off':
      return x12(document.slice(0, document.lastIndexOf('SE*')));
    case 'wrong_trace':
      return x12(document.replaceAll(`TRN*2*${traceNumber}`, 'TRN*2*SOMEBODY-ELSE'));
    case 'wrong_member':
      return x12(document.replace(/(NM1\*IL\*(?:[^*~]*\*){7})[^*~]*/, '$1SOMEBODY-ELSE'));
  }
};
