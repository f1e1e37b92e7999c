import { aggregateContract } from '@referral/values/testing';
import { intakeAggregate } from './aggregate';
import { everyone, histories } from './testing';
import { arbitraryOrders } from './testing/arbitrary-orders';
import { bodies } from './testing/bodies';
import { intakeTransitions } from './transitions';

aggregateContract({
  aggregate: intakeAggregate,
  histories,
  golden: new URL('./golden/', import.meta.url),
  bodies,
  bodiless: ['RejectIntakeItem', 'MarkIntakeDuplicate'],
  rows: intakeTransitions.rows,
  orders: arbitraryOrders,
  everyone,
});
