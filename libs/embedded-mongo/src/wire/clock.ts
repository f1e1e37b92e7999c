import { Document, object } from '../bson';
import type { Value } from '../bson';
import type { Node } from './node';

let last: { readonly second: number; readonly sequence: number; readonly fields: Document } | undefined;

const noSignature: Value = {
  type: 'object',
  value: Document.of([
    ['hash', { type: 'binData', subtype: 0, value: Buffer.alloc(20) }],
    ['keyId', { type: 'long', value: 0n }],
  ]),
};

/** `$clusterTime` and `operationTime`: the second, and the number of the newest visible write in it. */
export const clock = (node: Node): Document => {
  const second = Math.floor(Date.now() / 1000);
  const sequence = node.engine.storage.visibleSequence;
  if (last?.second === second && last.sequence === sequence) return last.fields;
  const time: Value = { type: 'timestamp', value: (BigInt(second) << 32n) | BigInt((sequence % 0x7fff_ffff) + 1) };
  const fields = Document.of([
    [
      '$clusterTime',
      object(
        Document.of([
          ['clusterTime', time],
          ['signature', noSignature],
        ]),
      ),
    ],
    ['operationTime', time],
  ]);
  last = { second, sequence, fields };
  return fields;
};
