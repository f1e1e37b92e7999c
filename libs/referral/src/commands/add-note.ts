import { IsIn } from 'class-validator';
import { IsId, IsText, MayBeAbsent, pick } from '@referral/values';
import type { ReferralEvent } from '../events/referral-event';
import { happened } from '../happened';
import type { RegisteredReferral } from '../referral';
import { refusal } from '../refuse';
import { requireTransition } from '../require-transition';
import type { UseCase } from '../use-case';
import { noteVisibilities, type NoteVisibility } from '../values/vocabulary';
import { ReferralCommand } from './referral-command';

/** Someone writes something down about the referral. */
export class AddNote extends ReferralCommand {
  @MayBeAbsent() @IsId() readonly noteId!: string;
  @IsText(10_000) readonly text!: string;
  @IsIn(noteVisibilities) readonly visibility!: NoteVisibility;
}

/** T39. A note is known by its id: its text is patient data and not part of what rules see. */
export const addNote = (command: AddNote, referral: RegisteredReferral): readonly ReferralEvent[] => {
  const known = referral.facets.notes.find((note) => note.noteId === command.noteId);
  if (known?.visibility === command.visibility) return [];
  if (known) throw refusal('CONTRADICTS_RECORD', 'A note with this id was written for other readers.');
  requireTransition(referral, 'AddNote');
  return [happened('NoteAdded', command, pick(command, 'noteId', 'text', 'visibility'))];
};

/** Writing a note. */
export const addNoteUseCase: UseCase<AddNote> = {
  name: 'AddNote',
  command: AddNote,
  summary: 'Adds a note for the team, for the partner too, or for clinicians.',
  roles: [
    'intake',
    'coordinator',
    'auth_specialist',
    'clinical_reviewer',
    'lead',
    'referring_party',
    'receiving_party',
    'patient_proxy',
    'privacy_officer',
    'integration',
    'system',
  ],
  creates: false,
  generatedIds: ['noteId'],
  decide: addNote,
};
