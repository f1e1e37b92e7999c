import type { Actor } from '@referral/eventsourcing';
import type { FastifyRequest } from 'fastify';
import { type Role, roles } from '@referral/values';
import { BadRequest } from './problem';

/** Who asks, for whom. */
export interface Caller {
  readonly tenantId: string;
  readonly actor: Actor;
  /** The teams that the caller names, the first of which is the actor's; `null` when it names none. */
  readonly teams: readonly string[] | null;
}

/** Port: names the caller of a request. Tokens will replace the headers behind it. */
export abstract class Callers {
  abstract of(request: FastifyRequest): Caller;
}

/** Whoever names no roles has all of them, except compliance, which may not issue commands. */
const defaultRoles: readonly Role[] = roles.filter((role) => role !== 'compliance');

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role);

const nameLike = /^[\w.@:+-]{1,64}$/;

/** Believes the headers X-User-Id, X-Roles, X-Team and X-Tenant-Id; for loopback alone. */
export class HeaderCallers extends Callers {
  of(request: FastifyRequest): Caller {
    const header = (name: string, fallback: string): string => {
      const value = request.headers[name] ?? fallback;
      if (typeof value !== 'string' || !nameLike.test(value))
        throw new BadRequest(`${name} must be 1 to 64 letters, digits or . _ @ : + -`);
      return value;
    };
    const named = rolesOf(request);
    const teams = teamsOf(request);
    return {
      tenantId: header('x-tenant-id', 'default'),
      actor: {
        userId: header('x-user-id', 'local'),
        // The system's own processes have that role alone, and nobody else has it alone.
        kind: named.every((role) => role === 'system') ? 'system' : 'human',
        roles: named,
        team: teams?.[0] ?? 'default',
      },
      teams,
    };
  }
}

const listed = (value: unknown): readonly string[] =>
  String(value)
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** As many teams as one can be in. */
const MOST_TEAMS = 50;

const teamsOf = (request: FastifyRequest): readonly string[] | null => {
  const value = request.headers['x-team'];
  if (value === undefined) return null;
  const named = listed(value);
  if (named.length === 0 || named.length > MOST_TEAMS || !named.every((team) => nameLike.test(team)))
    throw new BadRequest('x-team must be teams separated by commas, each of 1 to 64 letters, digits or . _ @ : + -');
  return named;
};

const rolesOf = (request: FastifyRequest): readonly Role[] => {
  const value = request.headers['x-roles'];
  if (value === undefined) return defaultRoles;
  const named = listed(value);
  if (named.length === 0 || !named.every(isRole))
    throw new BadRequest(`X-Roles must be a comma-separated list of ${roles.join(', ')}`);
  return named;
};
