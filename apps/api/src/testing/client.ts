import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** An answer, its body read as JSON when it is. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Headers = Readonly<Record<string, string>>;

/** Asks an application without a port. */
export const clientOf = (app: NestFastifyApplication) => {
  const ask = async (method: 'GET' | 'POST', url: string, headers: Headers, payload?: object): Promise<Answer> => {
    const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
    const json = String(answer.headers['content-type']).includes('json') && !answer.payload.includes('\n');
    const body = json ? (JSON.parse(answer.payload) as Answer['body']) : {};
    return { status: answer.statusCode, headers: answer.headers, text: answer.payload, body };
  };
  return {
    get: (url: string, headers: Headers = {}) => ask('GET', url, headers),
    post: (path: string, body: object, headers: Headers = {}) => ask('POST', `/api/v1${path}`, headers, body),
  };
};
