import type { Actor } from '@referral/eventsourcing';

/** A command on its way, and when the virtual clock lets it happen. */
export interface Step {
  /** Of the recording, ms since 1970. */
  readonly at: number;
  /** Name of the command. */
  readonly name: string;
  /** Id of the instance; none for a command that creates one: it follows from the command's key. */
  readonly id?: string;
  /** What a caller would send. */
  readonly body: object;
  /** What the API would look up for it, such as the number of a new referral. */
  readonly lookedUp?: object;
  readonly by: Actor;
}

/** What became of it: the id of its instance and those that were made for it, or the code that it was refused with. */
export type Outcome =
  | { readonly kind: 'done'; readonly id: string; readonly ids: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly code: string };

/** A history that tells its next command when it knows what became of the last one. */
export type Telling<Result = void> = Generator<Step, Result, Outcome>;
