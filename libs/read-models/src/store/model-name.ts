/** One build of one version of a projection, and so the name of its collection. */
export interface ModelName {
  readonly projection: string;
  readonly version: number;
  /** 1, and one more for each rebuild of the same version. */
  readonly build: number;
}

const pattern = /^([a-z][a-z0-9-]*)@([1-9]\d*)(?:\.([1-9]\d*))?$/;

/** `worklist@1`, `worklist@1.2`. */
export const modelKey = ({ projection, version, build }: ModelName): string =>
  `${projection}@${version}${build > 1 ? `.${build}` : ''}`;

/** The model that a key names. */
export const readModelKey = (key: string): ModelName => {
  const [, projection, version, build] = pattern.exec(key) ?? [];
  if (!projection || !version) throw new Error(`"${key}" names no read model.`);
  return { projection, version: Number(version), build: Number(build ?? 1) };
};
