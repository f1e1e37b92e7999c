import { aggregates } from '@referral/aggregates';
import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { targetConstructorToSchema, validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { jsonSchemaConverters } from '@referral/values';
import { text } from '../http/answers';
import { problemCodes } from '../http/statuses';
import { callerHeaders, everyOperation } from './every-operation';
import { transformerMetadata } from './transformer-metadata';

/** Where component schemas stand in the document. */
const SCHEMAS = '#/components/schemas/';

type Options = NonNullable<Parameters<typeof validationMetadatasToSchemas>[0]>;

const options: Options = {
  classTransformerMetadataStorage: transformerMetadata,
  refPointerPrefix: SCHEMAS,
  additionalConverters: jsonSchemaConverters as unknown as NonNullable<Options['additionalConverters']>, // its own lists are mutable, ours are not
};

/** The OpenAPI document: routes from Nest, bodies from the checks on the command classes. Nothing in it is written by hand twice. */
export const describeApi = (app: INestApplication): OpenAPIObject => {
  const outline = new DocumentBuilder()
    .setTitle('Referral Ledger')
    .setDescription('Coordinates medical referrals from receipt to closed loop. Errors are RFC 9457 problems.')
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, outline);
  const paths = everyOperation(document.paths);
  const checked: Record<string, object> = { ...validationMetadatasToSchemas(options), ...commandSchemas() };
  const schemas = {
    ...document.components?.schemas,
    ...Object.fromEntries(Object.entries(checked).map(([name, schema]) => [name, closed(schema)])),
    Problem: problemSchema,
  };
  return { ...document, paths, components: { parameters: { ...callerHeaders }, schemas: reachable(paths, schemas) } };
};

/** The bodies of all commands, those among them whose fields are all inherited. */
const commandSchemas = (): Record<string, object> => {
  const commands = aggregates.flatMap((aggregate) => aggregate.commands);
  return Object.fromEntries(commands.map(({ name, command }) => [name, targetConstructorToSchema(command, options)]));
};

/** A body has the fields that its checks name, and no others. */
const closed = (schema: object): object => ({ ...schema, additionalProperties: false });

/** Only the schemas that the routes refer to, directly or through others. */
const reachable = <Schema>(paths: object, schemas: Readonly<Record<string, Schema>>): Record<string, Schema> => {
  const found = new Map<string, Schema>();
  const follow = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      const schema = schemas[name];
      if (schema === undefined || found.has(name)) continue;
      found.set(name, schema);
      follow(JSON.stringify(schema));
    }
  };
  follow(JSON.stringify(paths));
  return Object.fromEntries([...found].sort(([left], [right]) => (left < right ? -1 : 1)));
};

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem document.',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance', 'correlationId'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: {
      ...text,
      description: `For programs. What rules refuse, each with its status: ${problemCodes().join(', ')}. What the interface itself refuses has codes of the same form.`,
    },
    detail: { ...text, description: 'For people: what is wrong and what would be right.' },
    instance: text,
    correlationId: text,
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: text, message: text } },
    },
  },
};
