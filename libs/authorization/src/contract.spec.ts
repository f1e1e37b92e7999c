import { aggregateContract } from '@referral/values/testing';
import { authorizationAggregate } from './aggregate';
import { everyone, histories } from './testing';
import { arbitraryOrders } from './testing/arbitrary-orders';
import { bodies } from './testing/bodies';
import { authorizationTransitions, type AuthorizationCommandName } from './transitions';
import type { Authorization } from './authorization';

aggregateContract({
  aggregate: authorizationAggregate,
  histories,
  golden: new URL('./golden/', import.meta.url),
  bodies,
  bodiless: ['RecordDecisionOverdue', 'RecordExpiring', 'ExpireAuthorization', 'CancelAuthorization'],
  endsOf: (stage, command) =>
    authorizationTransitions
      .rowsFor(stage as Authorization['stage'], command as AuthorizationCommandName)
      .flatMap(({ to }): readonly string[] => (to === 'unchanged' ? [stage] : to)),
  orders: arbitraryOrders,
  everyone,
});
