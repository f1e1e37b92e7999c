import { mkdirSync } from 'node:fs';
import { hashPassword } from './password';
import { ADMINS, OPERATORS, readUsers, writeUsers } from './user-file';
import type { User, Users } from './user-file';

/** A change of the users of a data folder. A node that runs on it takes it up with the next call. */
export type UsersCommand =
  | { readonly kind: 'list'; readonly folder: string }
  | {
      readonly kind: 'add';
      readonly folder: string;
      readonly name: string;
      readonly groups: readonly string[] | undefined;
    }
  | { readonly kind: 'password' | 'remove'; readonly folder: string; readonly name: string };

/** The users cannot be changed so. */
export class UsersRefused extends Error {
  override readonly name = 'UsersRefused';
}

const NAME = /^[^\s:$][^\s:]*$/;
const SHORTEST_PASSWORD = 8;

/** The two that a real EventStoreDB begins with. */
const groupsByName: Readonly<Record<string, readonly string[]>> = { admin: [ADMINS], ops: [OPERATORS] };

const passwordFrom = async (readPassword: () => Promise<string>): Promise<User['password']> => {
  const password = await readPassword();
  if (password.length < SHORTEST_PASSWORD)
    throw new UsersRefused(`A password has ${SHORTEST_PASSWORD} characters or more; it is read from stdin.`);
  return hashPassword(password);
};

const find = (users: Users, name: string): User => {
  const user = users.get(name);
  if (user === undefined) throw new UsersRefused(`There is no user '${name}'.`);
  return user;
};

const added = async (
  users: Users,
  { name, groups }: UsersCommand & { kind: 'add' },
  readPassword: () => Promise<string>,
): Promise<User> => {
  if (users.has(name)) throw new UsersRefused(`There is a user '${name}' already.`);
  if (!NAME.test(name)) throw new UsersRefused('A name has no spaces and no colons, and does not begin with $.');
  return { password: await passwordFrom(readPassword), groups: groups ?? groupsByName[name] ?? [] };
};

const line = ([name, { groups }]: readonly [string, User]): string => [name, ...groups].join(' ');

/**
 * Lists or changes the users of a folder; resolves to what is to be said about it.
 * @throws UsersRefused, BadUserFile, or the file system's error.
 */
export const changeUsers = async (command: UsersCommand, readPassword: () => Promise<string>): Promise<string> => {
  const users = new Map(readUsers(command.folder));
  if (command.kind === 'list') return [...users].map(line).join('\n');
  const { folder, name, kind } = command;
  if (kind === 'add') users.set(name, await added(users, command, readPassword));
  else {
    const user = find(users, name);
    if (kind === 'remove') users.delete(name);
    else users.set(name, { ...user, password: await passwordFrom(readPassword) });
  }
  mkdirSync(folder, { recursive: true });
  writeUsers(folder, users);
  return { add: `Added ${name}.`, password: `Changed the password of ${name}.`, remove: `Removed ${name}.` }[kind];
};
