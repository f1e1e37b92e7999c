import { aggregateContract } from '@referral/values/testing';
import { intakeAggregate } from './aggregate';
import { everyone, histories } from './testing';
import { arbitraryOrders } from './testing/arbitrary-orders';
import { bodies } from './testing/bodies';
import { intakeTransitions, type IntakeCommandName } from './transitions';
import type { IntakeItem } from './intake-item';

aggregateContract({
  aggregate: intakeAggregate,
  histories,
  golden: new URL('./golden/', import.meta.url),
  bodies,
  bodiless: ['RejectIntakeItem', 'MarkIntakeDuplicate'],
  endsOf: (stage, command) =>
    intakeTransitions
      .rowsFor(stage as IntakeItem['stage'], command as IntakeCommandName)
      .flatMap(({ to }): readonly string[] => (to === 'unchanged' ? [stage] : to)),
  orders: arbitraryOrders,
  everyone,
});
