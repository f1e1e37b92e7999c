import type { Document } from '../../bson';
import { wholeNumber } from '../../engine/match/whole-number';
import { refuse } from '../../engine/mongo-error';
import { optionalDocument, optionalText } from '../command';
import type { FailMode, FailPoint } from '../fail-points';
import type { Handler } from '../handler';
import { okReply } from '../reply';

const textsOf = (data: Document, name: string): readonly string[] | undefined => {
  const value = data.get(name);
  return value?.type === 'array'
    ? value.value.items.flatMap((item) => (item.type === 'string' ? [item.value] : []))
    : undefined;
};

const numberOf = (data: Document, name: string): number | undefined => {
  const value = data.get(name);
  const whole = value && wholeNumber(value);
  return whole === undefined ? undefined : Number(whole);
};

const isTrue = (data: Document, name: string): boolean => {
  const value = data.get(name);
  return value?.type === 'bool' && value.value;
};

const readFailPoint = (data: Document): FailPoint => {
  const code = numberOf(data, 'errorCode');
  const writeConcernError = data.get('writeConcernError');
  const appName = data.get('appName');
  return {
    commands: new Set(textsOf(data, 'failCommands')),
    appName: appName?.type === 'string' ? appName.value : undefined,
    closeConnection: isTrue(data, 'closeConnection'),
    blockMilliseconds: isTrue(data, 'blockConnection') ? (numberOf(data, 'blockTimeMS') ?? 0) : 0,
    error: code === undefined ? undefined : { code, labels: textsOf(data, 'errorLabels') },
    labels: textsOf(data, 'errorLabels'),
    writeConcernError: writeConcernError?.type === 'object' ? writeConcernError.value : undefined,
  };
};

/** Sets fail points, as mongod does with enableTestCommands; refused in ordinary operation. */
export const configureFailPoint: Handler = {
  fields: ['mode', 'data'],
  run: ({ node }, command) => {
    if (!node.testCommands) throw refuse('CommandNotFound', "no such command: 'configureFailPoint'");
    if (command.database !== 'admin')
      throw refuse('IllegalOperation', 'configureFailPoint may only be run against the admin database.');
    if (optionalText(command, command.name) !== 'failCommand') throw refuse('BadValue', 'only failCommand is known');
    const mode = command.body.get('mode');
    const times = mode?.type === 'object' ? (numberOf(mode.value, 'times') ?? 1) : undefined;
    const setting: FailMode = times ?? (mode?.type === 'string' && mode.value === 'off' ? 'off' : 'always');
    node.failPoints.set('failCommand', setting, readFailPoint(optionalDocument(command, 'data') ?? command.body));
    return okReply({ count: 0 });
  },
};
