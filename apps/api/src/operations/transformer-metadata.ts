import { createRequire } from 'node:module';
import type { defaultMetadataStorage } from 'class-transformer/types/storage';

/**
 * Where class-transformer keeps which class a nested field is of. It is in none of the package's public modules, and
 * class-validator-jsonschema asks for exactly this object. The CommonJS build is the one that Node.js loads.
 */
export const transformerMetadata = (
  createRequire(import.meta.url)('class-transformer/cjs/storage.js') as {
    readonly defaultMetadataStorage: typeof defaultMetadataStorage;
  }
).defaultMetadataStorage;
