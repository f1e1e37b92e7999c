/** Whoever calls may not do that. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied';
}

/** A name and a password that do not belong together, or none where they are needed. */
export class WrongCredentials extends Error {
  override readonly name = 'WrongCredentials';
}

/** What one caller may do. */
export interface Grants {
  /** Who it is; `undefined` for somebody unknown. */
  readonly name: string | undefined;
  /** @throws AccessDenied */
  readonly require: (right: 'read' | 'write' | 'delete', stream: string) => void;
  /**
   * To run what all share, such as groups.
   * @throws AccessDenied
   */
  readonly requireOperator: () => void;
  /** @throws AccessDenied when nobody knows who it is. */
  readonly requireName: () => void;
}

/**
 * Finds out what a caller may do who sends this `authorization`.
 * @throws WrongCredentials
 */
export type Gate = (authorization: string | undefined) => Promise<Grants>;

const nothing = (): void => undefined;

const everything: Grants = {
  name: undefined,
  require: nothing,
  requireOperator: nothing,
  requireName: nothing,
};

/** Lets everybody do everything: the gate of a node without users. */
export const openGate: Gate = () => Promise.resolve(everything);
