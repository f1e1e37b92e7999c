import { of, type Case } from '../case';
import { but } from '../fact';
import { informationReceived, informationRequested, receivedIncomplete } from '../facts';
import { advised } from '../facts/redirection';
import { histories } from '../histories';
import * as orders from '../orders/requirements';

const letterIn = but(informationReceived, { items: [{ code: 'referral_letter' }] });
const lastAwaited = { before: { awaiting_information: [receivedIncomplete, informationRequested, letterIn] } };
const nothingMissing = { before: { awaiting_information: [...histories.in_triage, advised] } };

/** The rows of required items, acted out. */
export const requirementsCases: readonly Case[] = [
  of('T39', 'VerifyRequirementItem', orders.verifyItem),
  of('T39', 'RejectRequirementItem', orders.rejectItem),
  of('T39', 'WaiveRequirementItem', orders.waiveItem),
  of('T39', 'ConfirmComplete', orders.confirmComplete, nothingMissing),
  of('T51', 'VerifyRequirementItem', orders.verifyItem, { when: 'last', ...lastAwaited }),
  of('T51', 'WaiveRequirementItem', orders.waiveItem, { when: 'last', ...lastAwaited }),
  of('T52', 'ReturnReferralIncomplete', orders.returnIncomplete),
];
