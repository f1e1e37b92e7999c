import { DomainError, type Aggregate, type Command, type DomainEvent, type Issuance } from '@referral/eventsourcing';

/** A tiny aggregate for specifications: a file that is opened for a patient, gets notes, and is closed. */
export type CaseFileEvent =
  | DomainEvent<'FileOpened', { readonly fileId: string; readonly patientId: string }>
  | DomainEvent<'NoteAdded', { readonly text: string; readonly keywords?: readonly { readonly word: string }[] }>
  | DomainEvent<'FileClosed', { readonly reason: string }>;

export interface CaseFile {
  readonly stage: 'none' | 'open' | 'closed';
  readonly patientId?: string;
  readonly notes: readonly (string | null)[];
}

class CaseCommand implements Command {
  readonly fileId: string = '';
  readonly occurredAt: string = '';
  readonly issued: Issuance = issuedIn('clinic');
}

export class OpenFile extends CaseCommand {
  readonly patientId: string = '';
}

export class AddNote extends CaseCommand {
  readonly text: string = '';
  readonly reason?: { readonly code: string };
}

export class CloseFile extends CaseCommand {
  readonly reason: string = '';
}

const decide = (command: Command, file: CaseFile): readonly CaseFileEvent[] => {
  const { occurredAt } = command;
  if (command instanceof OpenFile) {
    if (file.stage !== 'none') return [];
    return [{ type: 'FileOpened', data: { fileId: command.fileId, patientId: command.patientId }, occurredAt }];
  }
  if (file.stage !== 'open' && !(command instanceof CloseFile)) throw new DomainError('FILE_CLOSED', 'It is closed.');
  if (command instanceof AddNote) return [{ type: 'NoteAdded', data: { text: command.text }, occurredAt }];
  if (!(command instanceof CloseFile) || file.stage === 'closed') return [];
  return [
    { type: 'NoteAdded', data: { text: `closing: ${command.reason}` }, occurredAt },
    { type: 'FileClosed', data: { reason: command.reason }, occurredAt },
  ];
};

const evolve = (file: CaseFile, event: CaseFileEvent): CaseFile => {
  switch (event.type) {
    case 'FileOpened':
      return { ...file, stage: 'open', patientId: event.data.patientId };
    case 'NoteAdded':
      return { ...file, notes: [...file.notes, event.data.text] };
    case 'FileClosed':
      return { ...file, stage: 'closed' };
  }
};

const described = (command: typeof OpenFile | typeof AddNote | typeof CloseFile, creates: boolean) => ({
  name: command.name,
  command: command as new () => Command,
  summary: command.name,
  roles: [],
  creates,
  generatedIds: [],
});

export const caseFile: Aggregate<Command, CaseFile, CaseFileEvent> = {
  category: 'casefile',
  collection: 'case-files',
  idField: 'fileId',
  decider: { initialState: { stage: 'none', notes: [] }, decide, evolve },
  commands: [described(OpenFile, true), described(AddNote, false), described(CloseFile, false)],
  events: {
    FileOpened: { schemaVersion: 1, phi: [] },
    NoteAdded: { schemaVersion: 1, phi: ['text', 'keywords[].word'] },
    FileClosed: { schemaVersion: 1, phi: [] },
  },
  upcasters: {},
  invariants: {},
  allowedActions: () => [],
  patientOf: (file) => file.patientId,
  stageOf: (file) => file.stage,
  policiesOf: ({ type }) => (type === 'FileClosed' ? [{ kind: 'contact', id: 'default', version: 2 }] : []),
  sensitivityOf: ({ patientId }) => (patientId === 'someone known' ? ['vip'] : []),
};

/** A command as the edge would hand it in. */
export const commanded = <C extends Command>(command: new () => C, fields: Partial<C>): C =>
  Object.assign(new command(), { occurredAt: '2026-03-02T09:00:00.000+00:00' }, fields);

/** Who and when, in a tenant. */
export const issuedIn = (tenantId: string): Issuance => ({
  tenantId,
  actor: { userId: 'coordinator-1', kind: 'human', roles: ['coordinator'] },
  source: { channel: 'api' },
  recordedAt: '2026-03-02T09:00:01.000Z',
});
