import { isNumber, typeRanks } from '../../bson';
import type { Document, List, Value } from '../../bson';
import type { KeyWriter } from './key-writer';
import { writeNumberKey } from './number-key';

const signBit = 1n << 63n;

/** Writes a value so that the order of the bytes is BSON's order of values: its type's rank, then its content. */
export const writeValueKey = (writer: KeyWriter, value: Value): void => {
  writer.byte(typeRanks[value.type]);
  writeContent(writer, value);
};

const writeContent = (writer: KeyWriter, value: Value): void => {
  if (isNumber(value)) {
    writeNumberKey(writer, value);
    return;
  }
  switch (value.type) {
    case 'string':
    case 'symbol':
    case 'javascript':
      writer.text(value.value);
      return;
    case 'object':
      writeFields(writer, value.value);
      return;
    case 'array':
      writeItems(writer, value.value);
      return;
    case 'binData':
      writer.uint32(value.value.length);
      writer.byte(value.subtype);
      writer.bytes(value.value);
      return;
    case 'objectId':
      writer.bytes(value.value);
      return;
    case 'bool':
      writer.byte(value.value ? 1 : 0);
      return;
    case 'date':
      writer.uint64(BigInt.asUintN(64, value.value) ^ signBit);
      return;
    case 'timestamp':
      writer.uint64(value.value);
      return;
    case 'regex':
      writer.text(value.pattern);
      writer.text(value.options);
      return;
    case 'dbPointer':
      writer.text(value.namespace);
      writer.bytes(value.value);
      return;
    case 'javascriptWithScope':
      writer.text(value.code);
      writeFields(writer, value.scope);
      return;
    case 'undefined':
    case 'null':
    case 'minKey':
    case 'maxKey':
  }
};

const writeFields = (writer: KeyWriter, document: Document): void => {
  for (const [name, value] of document.fields) {
    writer.byte(typeRanks[value.type]);
    writer.text(name);
    writeContent(writer, value);
  }
  writer.byte(0);
};

const writeItems = (writer: KeyWriter, list: List): void => {
  for (const item of list.items) writeValueKey(writer, item);
  writer.byte(0);
};
