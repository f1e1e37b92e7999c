import { IsNumber, Matches, Max, Min } from 'class-validator';
import { IsId, IsList, IsListOf, pick } from '@referral/values';
import type { IntakeEvent } from '../events/intake-event';
import { happened } from '../happened';
import type { MatchCandidate, ReceivedItem } from '../intake-item';
import { intakeTransitions } from '../transitions';
import type { UseCase } from '../use-case';
import { IntakeCommand } from './intake-command';

/** How a candidate is validated. Evidence is a code, so that no patient data gets in. */
export class MatchCandidateValue implements MatchCandidate {
  @IsId() readonly patientId!: string;
  @IsNumber() @Min(0) @Max(1) readonly score!: number;
  @IsList(20)
  @Matches(/^[a-z][a-z0-9_]{0,49}$/, { each: true, message: '$property must be names such as date_of_birth' })
  readonly evidence!: readonly string[];
}

/** A machine names those whom the item may be about; nobody, when it found none. */
export class ProposePatientMatch extends IntakeCommand {
  @IsListOf(() => MatchCandidateValue, 20) readonly candidates!: readonly MatchCandidate[];
}

const asText = (candidates: readonly MatchCandidate[]): string =>
  JSON.stringify(candidates.map(({ patientId, score, evidence }) => [patientId, score, evidence]));

/** N07. */
export const proposePatientMatch = (command: ProposePatientMatch, item: ReceivedItem): readonly IntakeEvent[] => {
  if (item.candidates !== null && asText(item.candidates) === asText(command.candidates)) return [];
  intakeTransitions.require(item.stage, 'ProposePatientMatch');
  const candidates = command.candidates.map((candidate) => pick(candidate, 'patientId', 'score', 'evidence'));
  return [happened('PatientMatchProposed', command, { candidates })];
};

/** The proposal of patients. */
export const proposePatientMatchUseCase: UseCase<ProposePatientMatch> = {
  name: 'ProposePatientMatch',
  command: ProposePatientMatch,
  summary: 'Names the patients whom the item may be about; a person decides.',
  roles: ['system'],
  creates: false,
  generatedIds: [],
  decide: proposePatientMatch,
};
