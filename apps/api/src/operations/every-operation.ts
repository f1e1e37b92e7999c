import type { OpenAPIObject } from '@nestjs/swagger';
import { roles } from '@referral/values';
import { problemContent } from '../commands/command-documentation';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { readonly name: string }>;

const header = (name: string, description: string, schema: object = {}): Parameter => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', ...schema },
});

const name = { pattern: '^[\\w.@:+-]{1,64}$' };

/** Who asks, for whom, in which conversation: what every request may say. */
export const callerHeaders: Readonly<Record<string, Parameter>> = {
  UserId: header('X-User-Id', 'Who asks.', { ...name, default: 'local' }),
  Roles: header('X-Roles', `Of ${roles.join(', ')}, separated by commas; all but compliance when absent.`),
  Team: header(
    'X-Team',
    'The teams of whoever asks, separated by commas, each named as users are: the queues show what is theirs and what no team has.',
  ),
  TenantId: header('X-Tenant-Id', 'The tenant whose data it is about.', { ...name, default: 'default' }),
  CorrelationId: header(
    'X-Correlation-Id',
    'Id of the conversation, 1 to 128 letters, digits or . : @ + / _ -; it comes back, and goes into every event: as it is when it is a UUID, else as one made from it.',
  ),
};

const callerRefs = Object.keys(callerHeaders).map((key) => ({ $ref: `#/components/parameters/${key}` }));

/** A parameter is text unless it says something else. */
const withType = (parameter: NonNullable<Operation['parameters']>[number]) =>
  'schema' in parameter && Object.keys(parameter.schema ?? {}).length === 0
    ? { ...parameter, schema: { type: 'string' } }
    : parameter;

const completed = (path: string, operation: Operation): Operation => ({
  ...operation,
  parameters: [...(operation.parameters ?? []).map(withType), ...(path.startsWith('/api/') ? callerRefs : [])],
  responses: {
    ...operation.responses,
    default: { description: 'Refused, or not possible now: the problem says why.', content: problemContent },
  },
});

/** The paths with what all operations have in common, said once: who asks, and a problem where nothing else is answered. */
export const everyOperation = (paths: Paths): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, { get, post }]) => [
      path,
      { ...(get && { get: completed(path, get) }), ...(post && { post: completed(path, post) }) },
    ]),
  );
