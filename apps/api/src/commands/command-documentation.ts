import type { Aggregate, CommandDescription } from '@referral/eventsourcing';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { answerSchema } from './command-answer';

const headers = [
  {
    name: 'Idempotency-Key',
    description: '1 to 128 printable characters. The same key again gives the first answer and has no second effect.',
  },
  { name: 'If-Match', description: 'ETag of the state that the caller decided on; 412 when it has moved on.' },
  { name: 'X-Causation-Id', description: 'Id of the event or command that led to this one.' },
];

/** A header that a command may carry. */
const commandHeader = (name: string, description: string): MethodDecorator =>
  ApiHeader({ name, description, required: false, schema: { type: 'string' } });

/** The header that makes a repeated request the same one. */
export const ApiIdempotencyKey = (description: string): MethodDecorator =>
  commandHeader('Idempotency-Key', description);

/** Says of a generated route what a handwritten one would say with decorators. */
export const documentCommand = (
  prototype: object,
  descriptor: PropertyDescriptor,
  { idField }: Aggregate,
  { name, command, summary, roles, creates }: CommandDescription,
): void => {
  const decorators: readonly MethodDecorator[] = [
    ApiTags('commands'),
    ApiOperation({ operationId: name, summary, description: `Roles: ${roles.join(', ')}.` }),
    ApiBody({ schema: { $ref: `#/components/schemas/${command.name}` } }),
    ...(creates ? [] : [ApiParam({ name: idField, schema: { type: 'string', format: 'uuid' } })]),
    ...headers.map(({ name: header, description }) => commandHeader(header, description)),
    ApiResponse({
      status: creates ? 201 : 200,
      description: 'Done, or was already so. The ETag is the new revision.',
      headers: { 'Idempotency-Key': keyHeader },
      schema: answerSchema(idField),
    }),
    ...problems.map(([status, description]) =>
      ApiResponse({ status, description, content: problemContent, headers: { 'Idempotency-Key': keyHeader } }),
    ),
  ];
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, name);
  for (const decorate of decorators) decorate(prototype, name, descriptor);
};

const keyHeader = {
  description: 'The key under which it was asked, also when the caller named none: for asking again.',
  schema: { type: 'string' as const },
};

const problems = [
  [400, 'The body, a header or the path cannot be used.'],
  [403, 'The caller may not do this.'],
  [404, 'It does not exist.'],
  [409, 'The state that it is in does not allow it.'],
  [412, 'It is not at the revision that If-Match names.'],
  [422, 'A rule of the domain refuses it.'],
  [503, 'A store cannot be reached, and the outcome may be unknown; ask again under the same key.'],
] as const;

/** Content of every error answer. */
export const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
