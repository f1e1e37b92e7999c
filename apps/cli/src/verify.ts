import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  EventStoreDb,
  HeadAnchor,
  type ExportVerification,
  type Verification,
  verifyExport,
  verifyLog,
} from '@referral/event-store';
import { connections } from './connections';

/** How `verify` is used. */
export const verifyHelp = `Recomputes the hash chain of every stream and names the first event that is not as it was written.

  npm run verify             the whole log, compared with the head that the last verification wrote under DATA_DIR/anchors,
                             so that a cut tail is found; an intact log is anchored anew
  npm run verify -- FILE     an exported history (GET .../history with Accept: application/x-ndjson), offline

Exit code 0: intact. 1: broken. 2: it could not be looked at.
`;

/** Verifies the log or a file. Returns the exit code. */
export const verify = async (args: readonly string[]): Promise<number> => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file] = positionals;
  const found = file === undefined ? await wholeLog() : await verifyExport(file, { onProgress });
  console.log(report(found));
  return found.intact ? 0 : 1;
};

const wholeLog = async (): Promise<Verification> => {
  const { EVENTSTORE_URL, DATA_DIR } = connections(process.env);
  const anchors = new HeadAnchor(resolve(DATA_DIR));
  const anchor = await anchors.last();
  const store = new EventStoreDb(EVENTSTORE_URL);
  try {
    const found = await verifyLog(store, { anchor, onProgress });
    if (found.intact && found.events > (anchor?.events ?? 0)) await anchors.write(found);
    return found;
  } finally {
    await store.close();
  }
};

/** Events between two lines of progress. */
const PROGRESS_EVERY = 50_000;

const onProgress = ({ events }: { readonly events: number }): void => {
  if (events % PROGRESS_EVERY === 0) console.error(`${String(events)} events verified`);
};

const report = ({ exportMismatch, ...found }: ExportVerification): string => {
  if (exportMismatch !== undefined)
    return `BROKEN: ${exportMismatch}. The chain of the events that are there is intact.`;
  return reportOfChain(found);
};

const reportOfChain = ({ intact, events, streams, position, digest, broken, anchorMismatch }: Verification): string => {
  const seen = `${String(events)} events of ${String(streams)} streams, up to position ${String(position?.commit ?? 0n)}`;
  if (broken)
    return `BROKEN at revision ${String(broken.revision)} of ${broken.streamId}: ${broken.reason}. Intact before it: ${seen}.`;
  if (anchorMismatch !== undefined) return `BROKEN: ${anchorMismatch}. Each stream that is left is intact: ${seen}.`;
  return `${intact ? 'Intact' : 'Broken'}: ${seen}. Digest of all heads: ${digest}`;
};
