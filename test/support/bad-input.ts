import { randomUUID } from 'node:crypto';
import { note } from './bodies';

/** Bodies of AddNote that cannot be used: what is wrong, the body (text is sent as it is), and what the refusal names. */
export const badNotes: readonly (readonly [string, unknown, RegExp])[] = [
  ['a wrong type', { ...note('x'), text: 5 }, /text/],
  ['a number for an object', 5, /JSON object/],
  ['a list for an object', [note('x')], /JSON object/],
  ['null', 'null', /visibility/],
  ['an unknown field', { ...note('x'), colour: 'red' }, /colour/],
  ['a field that only the server fills in', { ...note('x'), issued: { tenantId: 'other' } }, /issued/],
  ['the id of the path', { ...note('x'), referralId: randomUUID() }, /referralId/],
  ['a missing field', { text: 'x' }, /visibility/],
  ['a value that is none of those allowed', { ...note('x'), visibility: 'everybody' }, /visibility/],
  ['half of a surrogate pair', '{"text":"a\\ud800b","visibility":"team"}', /text/],
  ['a NUL', { ...note('x'), text: 'a\u0000b' }, /text/],
  ['no instant', { ...note('x'), occurredAt: 'yesterday' }, /occurredAt/],
  ['an object for a text', { ...note('x'), text: { $gt: '' } }, /text/],
  ['__proto__', '{"text":"x","visibility":"team","__proto__":{"admin":true}}', /JSON/],
  ['constructor.prototype', '{"text":"x","visibility":"team","constructor":{"prototype":{"admin":1}}}', /JSON/],
  ['constructor', '{"text":"x","visibility":"team","constructor":1}', /constructor/],
  ['constructor within a field', { ...note('x'), text: { constructor: 1 } }, /constructor/],
  ['a field named as what every object has', { ...note('x'), toString: 'x' }, /toString/],
  ['nesting without end', `{"text":${'['.repeat(5_000)}${']'.repeat(5_000)},"visibility":"team"}`, /nested|text/],
  ['something that is not JSON', '{"text":', /JSON/],
  ['nothing at all', '', /./],
];

/** Headers of commands that cannot be used. */
export const badHeaders: readonly (readonly [string, string])[] = [
  ['If-Match', 'latest'],
  ['If-Match', '"1", "2"'],
  ['If-Match', 'W/"1"'],
  ['Idempotency-Key', 'k'.repeat(129)],
  ['Idempotency-Key', 'schlüssel'],
  ['X-Roles', 'king'],
  ['X-Roles', ','],
  ['X-User-Id', 'a b'],
  ['X-Tenant-Id', '../other'],
  ['X-Team', '$where'],
];

/** Questions that cannot be answered. */
export const badQueries: readonly string[] = [
  '/worklists?limit=x',
  '/worklists/unacknowledged?limit=0',
  '/worklists/unacknowledged?limit=201',
  '/worklists/unacknowledged?urgency=soonish',
  '/worklists/unacknowledged?specialty[$ne]=x',
  '/worklists/unacknowledged?specialty=a%00b',
  '/worklists/unacknowledged?sort=age',
  '/worklists/unacknowledged?atLeast=-1',
  '/audit-trail?from=yesterday',
  '/audit-trail?actor=a%20b',
  '/audit-trail?type=1',
  '/audit-trail?limit=1e9',
  '/metrics/turnaround?metric=M99',
  '/metrics/turnaround?metric=__proto__',
  '/metrics/turnaround?groupBy=patient',
  '/metrics/turnaround?from=2026-13-01',
  '/metrics/turnaround?to=2026-02-30',
  '/metrics/turnaround?from=2026-03-01&to=2026-02-28',
  '/feed?after=-1',
  '/feed?after=99999999999999999999',
  '/feed?limit=501',
  '/feed?type=x',
  '/feed?unknown=1',
  '/feed?constructor=1',
  '/worklists?__proto__=1',
];
