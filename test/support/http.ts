/** An answer, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, text otherwise; a test looks at it, nothing relies on it. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Speaks to the HTTP interface of one system. */
export interface Client {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
}

/** A client for the versioned interface at a URL; a string body is sent as it is. */
export const client = (url: string): Client => {
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${url}/api/v1${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    const json =
      response.headers.get('content-type')?.includes('json') === true &&
      !response.headers.get('content-type')?.includes('ndjson');
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
};
