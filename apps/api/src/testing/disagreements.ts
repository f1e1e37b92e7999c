/** What the answers of this interface are described with. */
export interface Described {
  readonly type?: string;
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: boolean;
  readonly items?: Described;
}

/** Where a value is not as its schema says, as paths with what is wrong there. */
export const disagreements = (value: unknown, schema: Described, path = '$'): readonly string[] => {
  if (value === null) return schema.nullable === true ? [] : [`${path} is null`];
  if (Array.isArray(value))
    return schema.type === 'array'
      ? value.flatMap((item, index) => disagreements(item, schema.items ?? {}, `${path}[${index}]`))
      : [`${path} is a list`];
  if (typeof value === 'object')
    return schema.type === 'object' ? ofObject(value, schema, path) : [`${path} is an object`];
  const type = Number.isInteger(value) ? 'integer' : typeof value;
  return type === schema.type ? [] : [`${path} is ${type}, and not ${String(schema.type)}`];
};

const ofObject = (value: object, { required = [], properties = {}, additionalProperties }: Described, path: string) => [
  ...required.filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}.${name} is absent`),
  ...Object.entries(value).flatMap(([name, inner]) => {
    const schema = properties[name];
    if (schema) return disagreements(inner, schema, `${path}.${name}`);
    return additionalProperties === false ? [`${path}.${name} is not described`] : [];
  }),
];
