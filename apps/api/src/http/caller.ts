import type { Actor } from '@referral/eventsourcing';
import type { FastifyRequest } from 'fastify';
import { BadRequest } from './problem';

/** Who asks, for whom. */
export interface Caller {
  readonly tenantId: string;
  readonly actor: Actor;
}

/** Port: names the caller of a request. Tokens will replace the headers behind it. */
export abstract class Callers {
  abstract of(request: FastifyRequest): Caller;
}

/** Every role of the domain except `compliance`, which may not issue commands. */
const allRoles = [
  'intake',
  'coordinator',
  'auth_specialist',
  'clinical_reviewer',
  'lead',
  'referring_party',
  'receiving_party',
  'patient_proxy',
  'privacy_officer',
  'analyst',
  'admin',
  'integration',
  'system',
];
const knownRoles = [...allRoles, 'compliance'];

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
    return {
      tenantId: header('x-tenant-id', 'default'),
      actor: {
        userId: header('x-user-id', 'local'),
        kind: 'human',
        roles: rolesOf(request),
        team: header('x-team', 'default'),
      },
    };
  }
}

const rolesOf = (request: FastifyRequest): readonly string[] => {
  const value = request.headers['x-roles'];
  if (value === undefined) return allRoles;
  const roles = String(value)
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '');
  const unknown = roles.filter((role) => !knownRoles.includes(role));
  if (unknown.length > 0 || roles.length === 0)
    throw new BadRequest(`X-Roles must be a comma-separated list of ${knownRoles.join(', ')}`);
  return roles;
};
