import type { FastifyRequest } from 'fastify';
import type { Core } from './problem-answer';

const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Refuses a request for another host than this machine. While callers are believed by their headers, the port is open to this machine
 * alone; but a page in a browser on it can reach the port under a name of its own that it points to 127.0.0.1 (DNS rebinding). The
 * browser then still sends that name as Host.
 */
export const misdirected = ({ headers }: Pick<FastifyRequest, 'headers'>): Core | null =>
  local.test(headers.host ?? '')
    ? null
    : {
        status: 421,
        code: 'MISDIRECTED_REQUEST',
        detail: 'Only requests for localhost, 127.0.0.1 or [::1] are answered here.',
      };
