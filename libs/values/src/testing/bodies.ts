import type { CommandDescription } from '@referral/eventsourcing';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { jsonSchemaConverters } from '../checks/json-schema';

/** Where class-transformer keeps what `@Type` says; that module has no types of its own. */
const storageModule: string = 'class-transformer/cjs/storage.js';
const { defaultMetadataStorage } = (await import(storageModule)) as { readonly defaultMetadataStorage: never };

const paths = (errors: readonly ValidationError[], prefix = ''): string[] =>
  errors.flatMap(({ property, children = [] }) => {
    const path = `${prefix}${property}`;
    return children.length > 0 ? paths(children, `${path}.`) : [path];
  });

type Described = Pick<CommandDescription, 'command'>;

/** The paths to the fields that a body is refused for, as the edge refuses it. */
export const wrongPathsIn = async ({ command }: Described, body: object): Promise<string[]> =>
  paths(await validate(plainToInstance(command, body), { whitelist: true, forbidNonWhitelisted: true }));

/** The JSON schema of a command's body. */
export const schemaOf = ({ command }: Described) =>
  targetConstructorToSchema(command, {
    classTransformerMetadataStorage: defaultMetadataStorage,
    additionalConverters: jsonSchemaConverters as never,
  });
