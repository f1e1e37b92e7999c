import type { OpenedAuthorization } from '../authorization';
import type { AuthorizationStage } from '../stages';

/** The same authorization in another stage, since the time of the fact that brought it there. */
export const moved = (
  authorization: OpenedAuthorization,
  stage: AuthorizationStage,
  at: string,
): OpenedAuthorization => ({
  ...authorization,
  stage,
  stageSince: stage === authorization.stage ? authorization.stageSince : at,
});
