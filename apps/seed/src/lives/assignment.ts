import type { Telling } from '../step';
import { stamp } from '../virtual-time';
import { acting, staff } from '../world';
import type { ReferralCase } from './referral-case';

/** A lead gives it to a coordinator, or one takes it; somebody stands in for one who is away. */
export function* assigned(one: ReferralCase): Telling {
  const { draws, story, coordinator, lead } = one;
  story.wait(0.2, 5);
  const { userId, team } = coordinator;
  if (draws.chance(0.7))
    yield* one.tell('AssignReferral', lead, {
      teamId: team,
      coordinatorId: userId,
      rule: draws.pick(['skill', 'round_robin', 'manual']),
      assignee: { active: true, trained: true, inScope: true, underCapacity: true },
    });
  else yield* one.tell('ClaimReferral', coordinator, { coordinatorId: userId, teamId: team });
  yield* covered(one);
  if (!draws.chance(0.4)) return;
  story.tick(0.02, 0.1);
  yield* one.tell('AddNote', coordinator, { text: `Synthetic note: ${draws.pick(preferences)}.`, visibility: 'team' });
}

const preferences = ['prefers mornings', 'works shifts', 'comes with a relative', 'likes to be called after five'];

function* covered(one: ReferralCase): Telling {
  const { draws, story, coordinator, site } = one;
  story.tick(0.02, 0.1);
  const absence = site.absences.get(coordinator.userId)?.find(({ from, to }) => from <= story.now && story.now < to);
  if (!absence) return;
  const { absenceId, from, to } = absence;
  const others = staff.coordinator.filter(({ userId }) => userId !== coordinator.userId);
  const covering = acting(draws.pick(others));
  yield* one.tell('CoverReferral', one.lead, {
    coveringId: covering.userId,
    coveredId: coordinator.userId,
    until: stamp(to),
    absence: { absenceId, from: stamp(from), to: stamp(to) },
  });
}
