import { of, type Case } from '../case';
import * as orders from '../orders/content';

/** The rows of what becomes of a referral's content, acted out. */
export const contentCases: readonly Case[] = [
  of('T01', 'DraftReferral', orders.draft),
  of('T02', 'SubmitReferral', orders.submit),
  of('T34', 'MarkEnteredInError', orders.markInError),
  of('T39', 'CorrectReferralData', orders.correct),
  of('T39', 'LinkReferral', orders.link),
  of('T39', 'RecordIntakeAssessment', orders.assess),
  of('T50', 'AmendReferral', orders.amend),
];
