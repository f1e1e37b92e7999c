import { isUtf8 } from 'node:buffer';
import { isNativeError } from 'node:util/types';
import { mostCharacters } from '../x12/read-document';
import { PayerTimedOut, PayerUnreachable, UnintelligibleAnswer } from '../errors';

/** Statuses by which a server says that it cannot serve now. */
const cannotServe = (status: number): boolean => status >= 500 || status === 408 || status === 429;

/** Posts a document and answers the document that comes back. Throws a PayerUnreachable, a PayerTimedOut or an UnintelligibleAnswer. */
export const exchange = async (url: string, document: string, timeoutMs: number): Promise<string> => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/edi-x12', accept: 'application/edi-x12' },
      body: document,
      redirect: 'manual',
      signal,
    });
    return await bodyOf(response);
  } catch (error) {
    if (signal.aborted) throw new PayerTimedOut(timeoutMs);
    // fetch tells everything that goes wrong below HTTP by a TypeError, and why in its cause.
    if (isNativeError(error) && error.name === 'TypeError') throw new PayerUnreachable(reason(error), { cause: error });
    throw error;
  }
};

const reason = ({ cause }: Error): string => {
  const code = isNativeError(cause) && 'code' in cause ? ` (${String(cause.code)})` : '';
  return `The connection to the payer failed${code}.`;
};

const bodyOf = async (response: Response): Promise<string> => {
  if (response.status !== 200) {
    await response.body?.cancel();
    if (cannotServe(response.status)) throw new PayerUnreachable(`The payer cannot serve (HTTP ${response.status}).`);
    throw new UnintelligibleAnswer(`It is HTTP ${response.status} instead of a document.`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    // Documents are ASCII, a byte for each character.
    if (length > mostCharacters) throw new UnintelligibleAnswer('It is larger than any answer to one request.');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (!isUtf8(bytes)) throw new UnintelligibleAnswer('Its bytes are no text.');
  return bytes.toString('utf8');
};
