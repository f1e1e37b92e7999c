import { createHash } from 'node:crypto';
import { createTurnstile } from '../engine/turnstile';
import { hashPassword, isPassword } from '../users/password';
import type { PasswordHash } from '../users/password';
import type { Users } from '../users/user-file';
import { WrongCredentials } from './grants';
import type { Caller } from './permissions';

/** Where users come from; a version that changes says that they have changed. */
export interface UserSource {
  readonly read: () => Users;
  readonly version: () => string;
}

/**
 * Finds out who sends an `authorization`.
 * @throws WrongCredentials
 */
export type Authenticator = (authorization: string | undefined) => Promise<Caller>;

const REMEMBERED = 1000;
const nobody: Caller = { name: undefined, groups: [] };

const credentialsOf = (authorization: string): { readonly name: string; readonly password: string } => {
  const encoded = /^Basic (.+)$/i.exec(authorization)?.[1];
  const text = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) throw new WrongCredentials('Credentials are a name and a password.');
  return { name: text.slice(0, colon), password: text.slice(colon + 1) };
};

/**
 * Passwords are slow to check on purpose: one at a time, so that guesses hold up nobody's writes, and right ones once until
 * the users change. An unknown name takes as long as a known one.
 */
export const createAuthenticator = (source: UserSource): Authenticator => {
  const oneAtATime = createTurnstile();
  let version: string | undefined;
  let users: Users = new Map();
  let known = new Map<string, string>();
  let decoy: Promise<PasswordHash> | undefined;

  const refresh = (): void => {
    const now = source.version();
    if (now === version) return;
    users = source.read();
    version = now;
    known = new Map();
  };

  const check = async (authorization: string): Promise<string> => {
    const { name, password } = credentialsOf(authorization);
    decoy ??= hashPassword('');
    const user = users.get(name);
    const isRight = await isPassword(password, user?.password ?? (await decoy));
    if (user === undefined || !isRight) throw new WrongCredentials('The name or the password is wrong.');
    return name;
  };

  const nameOf = async (authorization: string): Promise<string> => {
    const key = createHash('sha256').update(authorization).digest('base64');
    const found = known.get(key);
    if (found !== undefined) return found;
    const at = known;
    const name = await oneAtATime(() => Promise.resolve(at.get(key) ?? check(authorization)));
    if (known.size >= REMEMBERED) known.clear();
    if (at === known) known.set(key, name);
    return name;
  };

  return async (authorization) => {
    if (authorization === undefined) return nobody;
    refresh();
    const name = await nameOf(authorization);
    return { name, groups: users.get(name)?.groups ?? [] };
  };
};
