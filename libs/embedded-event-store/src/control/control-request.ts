/** What a running node is asked by whoever may write to its data folder. */
export type ControlRequest =
  | { readonly ask: 'stats' }
  | { readonly ask: 'scavenge' }
  | { readonly ask: 'verify' }
  /** `to` is an absolute path. */
  | { readonly ask: 'backup'; readonly to: string };

/** What it answers: facts by name, or the reason why not. */
export type ControlAnswer =
  { readonly ok: true; readonly facts: Facts } | { readonly ok: false; readonly reason: string };

export type Facts = Readonly<Record<string, string | number>>;

/** The socket in a data folder that the node of it listens at; who may open it is who may use the folder. */
export const CONTROL_SOCKET = 'control';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The request in a line of text; `undefined` when it is none. */
export const parseRequest = (line: string): ControlRequest | undefined => {
  const value: unknown = JSON.parse(line);
  if (!isObject(value)) return undefined;
  const { ask, to } = value;
  if (ask === 'backup') return typeof to === 'string' ? { ask, to } : undefined;
  return ask === 'stats' || ask === 'scavenge' || ask === 'verify' ? { ask } : undefined;
};

/** The answer in a line of text. */
export const parseAnswer = (line: string): ControlAnswer => {
  const value: unknown = JSON.parse(line);
  return isAnswer(value) ? value : { ok: false, reason: 'The node answered something that is not known.' };
};

const isAnswer = (value: unknown): value is ControlAnswer =>
  isObject(value) && (value['ok'] === true ? isObject(value['facts']) : typeof value['reason'] === 'string');
