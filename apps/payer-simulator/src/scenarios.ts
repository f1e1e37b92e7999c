/** What a 271 says of the member. */
export type Cover = 'active' | 'inactive' | 'not_covered' | 'authorization_required' | 'out_of_network';

/** What a 278 says of a request. */
export type Decision =
  'approve' | 'approve_part' | 'modify' | 'deny' | 'pend' | 'cancel' | 'not_required' | 'contact_payer';

/** How an answer is delivered, or spoiled. */
export type Manner =
  'at_once' | 'slow' | 'reset' | 'busy' | 'html' | 'bytes' | 'cut_off' | 'wrong_trace' | 'wrong_member';

/** How the simulated payer treats a member. */
export interface Scenario {
  readonly eligibility: Cover;
  readonly authorization: Decision;
  readonly manner: Manner;
  /** X12 reject reason code with its follow-up action, instead of an answer. */
  readonly rejection?: readonly [code: string, followUp: string];
  /** For people. */
  readonly summary: string;
}

const scenario = (summary: string, differs: Partial<Scenario>): Scenario => ({
  eligibility: 'authorization_required',
  authorization: 'approve',
  manner: 'at_once',
  ...differs,
  summary,
});

/** The scenarios by their names; a member whose id begins with a name is treated so. */
export const scenarios = {
  ACTIVE: scenario('active, covered, in network; needs no authorization, and says so when asked for one', {
    eligibility: 'active',
    authorization: 'not_required',
  }),
  INACTIVE: scenario('not active any more; an authorization is denied', {
    eligibility: 'inactive',
    authorization: 'deny',
  }),
  NOTCOVERED: scenario('active, but the service is not covered; an authorization is denied', {
    eligibility: 'not_covered',
    authorization: 'deny',
  }),
  AUTHREQ: scenario('active, needs an authorization, which is approved', {}),
  OUTNET: scenario('active, but the provider is out of network; an authorization must be talked about', {
    eligibility: 'out_of_network',
    authorization: 'contact_payer',
  }),
  PEND: scenario('needs an authorization, which is pended first and approved later', { authorization: 'pend' }),
  DENY: scenario('needs an authorization, which is denied with a reason', { authorization: 'deny' }),
  PARTIAL: scenario('half of the first service is approved, every other is denied', { authorization: 'approve_part' }),
  MODIFY: scenario('one unit less of each service is approved', { authorization: 'modify' }),
  CANCEL: scenario('the request is cancelled', { authorization: 'cancel' }),
  SLOW: scenario('as AUTHREQ, after a delay that runs from the first request on', { manner: 'slow' }),
  DOWN: scenario('the connection is reset', { manner: 'reset' }),
  BUSY: scenario('HTTP 503', { manner: 'busy' }),
  HTML: scenario('a web page instead of a document', { manner: 'html' }),
  GARBAGE: scenario('bytes that are no text', { manner: 'bytes' }),
  TRUNCATED: scenario('a document that is cut off', { manner: 'cut_off' }),
  WRONGTRACE: scenario('the answer to another request', { manner: 'wrong_trace' }),
  WRONGMEMBER: scenario('an answer about another member', { manner: 'wrong_member' }),
  REJECT: scenario('subscriber not found: correct and resubmit (AAA 75 C)', { rejection: ['75', 'C'] }),
  LATER: scenario('unable to respond at the current time: resubmit (AAA 42 R)', { rejection: ['42', 'R'] }),
} as const satisfies Readonly<Record<string, Scenario>>;

/** Name of a scenario. */
export type ScenarioName = keyof typeof scenarios;

/** The names, the longer of two with one beginning first. */
export const scenarioNames = (Object.keys(scenarios) as ScenarioName[]).sort((one, other) => other.length - one.length);

/** True for the name of a scenario. */
export const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);

/** The scenario of a member, by the beginning of the member's id; `otherwise` when it begins with no scenario's name. */
export const scenarioOf = (memberId: string, otherwise: ScenarioName): ScenarioName =>
  scenarioNames.find((name) => memberId.toUpperCase().startsWith(name)) ?? otherwise;
