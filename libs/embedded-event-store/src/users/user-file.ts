import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PasswordHash } from './password';

/** Somebody who may call the node. */
export interface User {
  readonly password: PasswordHash;
  /** Names that access control lists may use for all of a kind, such as `$admins`. */
  readonly groups: readonly string[];
}

export type Users = ReadonlyMap<string, User>;

/** The file of the users in a data folder; passwords are in it as hashes only. */
export const USERS_FILE = 'users.json';

/** Who may do everything; who may run the node and its groups. */
export const ADMINS = '$admins';
export const OPERATORS = '$ops';

/** The users file is not what this program writes. */
export class BadUserFile extends Error {
  override readonly name = 'BadUserFile';
}

const OWNER_ONLY = 0o600;

const isUsers = (value: unknown): value is { readonly users: Readonly<Record<string, User>> } =>
  typeof value === 'object' && value !== null && 'users' in value && typeof value.users === 'object';

const parse = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new BadUserFile(`The users file ${path} cannot be read: ${String(error)}.`);
  }
};

/**
 * The users of a data folder; none when it has no file of them.
 * @throws BadUserFile
 */
export const readUsers = (folder: string): Users => {
  const path = join(folder, USERS_FILE);
  if (!existsSync(path)) return new Map();
  const value = parse(path);
  if (!isUsers(value)) throw new BadUserFile(`The users file ${path} is of a kind that is not known.`);
  return new Map(Object.entries(value.users));
};

/** Replaces the file as a whole, so that a running node reads either the old or the new one. */
export const writeUsers = (folder: string, users: Users): void => {
  const path = join(folder, USERS_FILE);
  const text = `${JSON.stringify({ users: Object.fromEntries(users) }, undefined, 2)}\n`;
  writeFileSync(`${path}.new`, text, { mode: OWNER_ONLY, flush: true });
  chmodSync(`${path}.new`, OWNER_ONLY);
  renameSync(`${path}.new`, path);
};

/** Changes whenever the file does. */
export const usersVersion = (folder: string): string => {
  const found = statSync(join(folder, USERS_FILE), { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.ino} ${found.mtimeMs} ${found.size}`;
};
