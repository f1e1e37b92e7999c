import { aggregateContract } from '@referral/values/testing';
import { authorizationAggregate } from './aggregate';
import { everyone, histories } from './testing';
import { arbitraryOrders } from './testing/arbitrary-orders';
import { bodies } from './testing/bodies';
import { authorizationTransitions } from './transitions';

aggregateContract({
  aggregate: authorizationAggregate,
  histories,
  golden: new URL('./golden/', import.meta.url),
  bodies,
  bodiless: ['RecordDecisionOverdue', 'RecordExpiring', 'ExpireAuthorization', 'CancelAuthorization'],
  rows: authorizationTransitions.rows,
  orders: arbitraryOrders,
  everyone,
});
