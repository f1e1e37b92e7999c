import * as facts from '../facts/redirection';

/** Right bodies of the commands that send a referral away. */
export const redirectionBodies = {
  RedirectReferral: facts.superseded.data,
  ReturnWithAdvice: facts.advised.data,
};
