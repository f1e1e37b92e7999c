import { ApiResponse } from '@nestjs/swagger';

/** A JSON schema, as far as answers are described. */
export type AnswerSchema = NonNullable<Extract<Parameters<typeof ApiResponse>[0], { schema: unknown }>['schema']>;

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const integer = { type: 'integer' } as const;
export const instant = { type: 'string', format: 'date-time' } as const;
/** A member that may be `null`. */
export const maybe = <Schema extends object>(schema: Schema) => ({ ...schema, nullable: true });
export const listOf = (items: AnswerSchema): AnswerSchema => ({ type: 'array', items });

/** An object that has all of these members, and others where `more` says so. */
export const record = (properties: Readonly<Record<string, AnswerSchema>>, more = false): AnswerSchema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: more,
});

/** An object of which nothing is promised here. */
export const anything: AnswerSchema = { type: 'object', additionalProperties: true };

/** The deadline that a queue is about. */
export const deadline = record({ dueAt: instant, clock: maybe(text) });

/** A log position as clients see it. */
export const position = { ...text, description: 'A log position; give it as ?atLeast= to see what was written there.' };

interface Described {
  readonly schema: AnswerSchema;
  readonly description?: string;
  /** Media types of the same answer in other forms, all of them text. */
  readonly also?: readonly string[];
  /** Headers of the answer with a sentence each. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Describes what a query answers. */
export const Answers = ({ schema, description = 'What was asked.', also = [], headers = {} }: Described) =>
  ApiResponse({
    status: 200,
    description,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, says]) => [name, { description: says, schema: text }]),
    ),
    content: {
      'application/json': { schema },
      ...Object.fromEntries(also.map((type) => [type, { schema: text }])),
    },
  });

/** The header that names the revision which an answer shows. */
export const revisionHeader = { ETag: 'The revision that is shown; give it as If-Match to act on just this state.' };
