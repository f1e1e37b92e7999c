import 'reflect-metadata';
import { describe, it } from '@jest/globals';
import { aggregateChecks } from '@referral/values/testing';
import { intakeAggregate } from './aggregate';
import * as facts from './testing';
import { intakeTransitions } from './transitions';

const {
  received,
  called,
  escalated,
  extracted,
  fieldConfirmed,
  proposed,
  flagged,
  matched,
  converted,
  attached,
  rejected,
  duplicate,
} = facts;
const life = {
  beginnings: [received, called],
  later: [escalated, extracted, fieldConfirmed, proposed, flagged, matched, converted, attached, rejected, duplicate],
};

describe('an intake item', () => {
  it.each(aggregateChecks(intakeAggregate, intakeTransitions, life))('$title', ({ check }) => check());
});
