import { describe, expect, it } from '@jest/globals';
import { DomainError, fold } from '@referral/eventsourcing';
import type { ReferralCommand } from './commands/referral-command';
import { referralDecider } from './decider';
import { initialState, type Referral, type RegisteredReferral } from './referral';
import { stages, type Stage } from './stages';
import { accept, changed, histories, noted, received, referralAfter, type ReachedStage } from './testing';
import type { Case } from './testing/case';
import { cases } from './testing/cases';
import { type CommandName, commandNames, rowsFor, transitions } from './transitions';

const isReached = (stage: Stage): stage is ReachedStage => stage in histories;

/** A referral in a stage; one that no command leads to yet is put there by hand. */
const standing = (stage: Stage, { before, also = [] }: Case): Referral => {
  if (isReached(stage)) return referralAfter(...(before?.[stage] ?? histories[stage]), ...also);
  const accepted = referralAfter(...histories.accepted, ...also) as RegisteredReferral;
  return { ...accepted, stage };
};

const outcome = (referral: Referral, command: ReferralCommand): Stage | 'none' =>
  fold(referralDecider.evolve, referral, referralDecider.decide(command, referral)).stage;

const refusedWith = (referral: Referral, command: ReferralCommand): string => {
  try {
    return referralDecider.decide(command, referral).length === 0 ? 'nothing' : 'decided';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

/** What a command answers that the table does not let through; some say more exactly why, or that it is true already. */
const refusals = [
  'ILLEGAL_TRANSITION',
  'REFERRAL_TERMINAL',
  'OUTCOME_ALREADY_RECORDED',
  'LOOP_EVIDENCE_MISSING',
  'CONSULT_NOTE_NOT_FOUND',
  'nothing',
];

/** The commands that begin a referral; there is none before them. */
const beginning: readonly CommandName[] = ['DraftReferral', 'ReceiveReferral'];

const allStages = Object.keys(stages) as Stage[];
const fromStages = transitions.flatMap((row) =>
  row.from.filter((stage) => stage !== 'none').map((stage) => ({ row, stage })),
);

describe('the table of transitions', () => {
  it.each(transitions)('has a case for $id $command $when', (row) => {
    expect(
      cases.some((known) => known.row === row.id && known.command === row.command && known.when === row.when),
    ).toBe(true);
  });

  it.each(cases)('has a row for the case $row $command $when', ({ row, command, when }) => {
    expect(transitions.some((known) => known.id === row && known.command === command && known.when === when)).toBe(
      true,
    );
  });

  it.each(fromStages)('$row.id: $stage, $row.command $row.when', ({ row, stage }) => {
    const found = cases.find(
      (known) => known.row === row.id && known.command === row.command && known.when === row.when,
    );
    if (!found) throw new Error('there is no case for this row');
    const referral = standing(stage, found);
    if (found.refused) expect(refusedWith(referral, found.order)).toBe(found.refused);
    else expect(row.to === 'unchanged' ? [stage] : row.to).toContain(outcome(referral, found.order));
  });

  it('starts a referral with T01 or T03', () => {
    expect(rowsFor('none', 'DraftReferral').map(({ id }) => id)).toEqual(['T01']);
    expect(rowsFor('none', 'ReceiveReferral').map(({ id }) => id)).toEqual(['T03']);
  });

  it.each(['DraftReferral', 'ReceiveReferral'] as const)('acts out how %s begins', (command) => {
    const found = cases.find((known) => known.command === command);
    expect(found && outcome(initialState, found.order)).toBe(rowsFor('none', command)[0]?.to[0]);
  });

  it.each(allStages)('has no other way from %s', (stage) => {
    const refused = cases.filter(
      ({ command, when }) => !beginning.includes(command) && rowsFor(stage, command, when).length === 0,
    );
    expect(refused.length).toBeGreaterThan(0);
    for (const { command, when, order, ...rest } of refused) {
      const answer = refusedWith(standing(stage, { command, when, order, ...rest }), order);
      expect({ command, when, answer: refusals.includes(answer) ? 'refused' : answer }).toEqual({
        command,
        when,
        answer: 'refused',
      });
    }
  });

  it.each(commandNames)('has a row for %s', (command) => {
    expect(transitions.some((row) => row.command === command)).toBe(true);
  });

  it('leaves a referral that was entered in error alone', () => {
    const wrong = { ...(referralAfter(received, noted) as RegisteredReferral), stage: 'entered_in_error' } as const;
    for (const { order, command } of cases)
      if (!beginning.includes(command))
        expect(refusedWith(wrong, order)).toMatch(/REFERRAL_TERMINAL|_NOT_FOUND|nothing/);
    expect(refusedWith(wrong, changed(accept, {}))).toBe('REFERRAL_TERMINAL');
  });

  it('does not offer to reopen a referral that cannot be reopened', () => {
    const registered = referralAfter(received, noted) as RegisteredReferral;
    const refusal = (stage: Stage) => () =>
      referralDecider.decide(changed(accept, {}), { ...registered, stage } as Referral);
    expect(refusal('closed')).toThrow('it can be reopened');
    expect(refusal('entered_in_error')).toThrow('nothing more can be done with it');
  });
});
