import { derivedId } from '../envelope/derived-id';
import { EventCodec } from '../envelope/event-codec';
import { CommandRunner } from '../commands/command-runner';
import type { RunOptions } from '../commands/decide';
import { InMemoryPatientKeys } from '../keys/in-memory-patient-keys';
import type { PatientKeys } from '../keys/patient-keys';
import type { EventStore } from '../store/event-store';
import { AddNote, caseFile, CloseFile, commanded, issuedIn, OpenFile } from './case-file';

/** Another process with the same store: a runner with a memory of its own. */
export const caseFiles = (
  store: EventStore,
  { keys = new InMemoryPatientKeys(), soleWriter = false }: { keys?: PatientKeys; soleWriter?: boolean } = {},
) => {
  const codec = new EventCodec({ aggregates: [caseFile], keys });
  const runner = new CommandRunner({ store, codec, soleWriter, patience: 60_000 });
  return {
    codec,
    runner,
    open: (fileId: string, key = `open ${fileId}`, tenantId = 'clinic') =>
      runner.run(
        caseFile,
        commanded(OpenFile, { fileId, patientId: `patient of ${fileId}`, issued: issuedIn(tenantId) }),
        under(key),
      ),
    note: (fileId: string, text: string, key: string, options: Partial<RunOptions> = {}, tenantId = 'clinic') =>
      runner.run(caseFile, commanded(AddNote, { fileId, text, issued: issuedIn(tenantId) }), {
        ...under(key, text),
        ...options,
      }),
    close: (fileId: string, key = `close ${fileId}`) =>
      runner.run(caseFile, commanded(CloseFile, { fileId, reason: 'done' }), under(key)),
  };
};

const under = (key: string, body = ''): RunOptions => ({
  commandId: key,
  commandHash: derivedId(body),
  correlationId: 'conversation-1',
  causationId: 'request-1',
});
