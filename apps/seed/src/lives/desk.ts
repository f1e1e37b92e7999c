import { Draws } from '../draws';
import type { Span } from '../plan';
import { Story } from '../story';
import type { Telling } from '../step';
import { dayMs, stamp } from '../virtual-time';
import { admin, type Absence, languages, type Member, specialties } from '../world';

/** When someone is away: about every five months for a week or two. */
export const absencesOf = (name: string, { userId }: Member, { from, to }: Span): readonly Absence[] => {
  const draws = new Draws(name, 'absences', userId);
  const absences: Absence[] = [];
  for (let at = from + draws.whole(20, 120) * dayMs; at < to; at += draws.whole(90, 190) * dayMs)
    absences.push({
      absenceId: `${userId}-absence-${String(absences.length + 1)}`,
      from: at,
      to: at + draws.whole(4, 12) * dayMs,
    });
  return absences;
};

/** Someone joins the desk, learns what it takes, and is away now and then. */
export function* staffLife(name: string, member: Member, id: string, span: Span): Telling {
  const draws = new Draws(name, 'staff', member.userId);
  const story = new Story(draws, span.from);
  const { userId, team, roles } = member;
  const displayName = `Synthetic ${userId.replace('-', ' ')}`;
  const about = { id };
  yield* story.tell('AddStaff', admin, { userId, displayName, team });
  for (const role of roles) yield* story.tick(0.01, 0.1).tell('GrantRole', admin, { role }, about);
  yield* story.tick(0.01, 0.1).tell('SetCapacity', admin, { maxOpen: draws.whole(30, 80) }, about);
  yield* story
    .tick(0.01, 0.1)
    .tell('AddSkill', admin, { specialty: draws.pick(specialties).code, language: draws.share(languages) }, about);
  yield* story
    .tick(0.5, 2)
    .tell('CompleteTraining', admin, { courseId: 'privacy', version: 1, score: draws.whole(80, 100) }, about);
  for (const { absenceId, from, to } of absencesOf(name, member, span)) {
    story.until(from - draws.whole(5, 20) * dayMs);
    yield* story.tell('RecordAbsence', admin, { absenceId, from: stamp(from), to: stamp(to) }, about);
  }
}
