import { typeBytes } from './value';
import type { Document } from './document';
import type { List } from './list';
import type { Value } from './value';
import { ByteWriter } from './byte-writer';

/** Encodes the fields of a document, in their order. */
export const encodeElements = (fields: ReadonlyMap<string, Value>): Buffer => {
  const writer = new ByteWriter();
  writeFields(writer, fields);
  return writer.take();
};

const writeFields = (writer: ByteWriter, fields: ReadonlyMap<string, Value>): void => {
  const start = writer.open();
  for (const [name, value] of fields) writeElement(writer, name, value);
  writer.close(start);
};

/** Encodes an array, whose element names are its indexes. */
export const encodeItems = (items: readonly Value[]): Buffer => {
  const writer = new ByteWriter();
  writeItems(writer, items);
  return writer.take();
};

const writeItems = (writer: ByteWriter, items: readonly Value[]): void => {
  const start = writer.open();
  items.forEach((item, index) => {
    writeElement(writer, String(index), item);
  });
  writer.close(start);
};

const writeDocument = (writer: ByteWriter, document: Document): void => {
  const known = document.knownBytes;
  if (known) writer.bytes(known);
  else writeFields(writer, document.fields);
};

const writeList = (writer: ByteWriter, list: List): void => {
  const known = list.knownBytes;
  if (known) writer.bytes(known);
  else writeItems(writer, list.items);
};

const writeElement = (writer: ByteWriter, name: string, value: Value): void => {
  writer.byte(typeBytes[value.type]);
  writer.cstring(name);
  writeValue(writer, value);
};

const writeValue = (writer: ByteWriter, value: Value): void => {
  switch (value.type) {
    case 'double':
      writer.double(value.value);
      return;
    case 'string':
    case 'javascript':
    case 'symbol':
      writer.string(value.value);
      return;
    case 'object':
      writeDocument(writer, value.value);
      return;
    case 'array':
      writeList(writer, value.value);
      return;
    case 'binData':
      writer.int32(value.value.length);
      writer.byte(value.subtype);
      writer.bytes(value.value);
      return;
    case 'objectId':
    case 'decimal':
      writer.bytes(value.value);
      return;
    case 'bool':
      writer.byte(value.value ? 1 : 0);
      return;
    case 'date':
    case 'long':
    case 'timestamp':
      writer.int64(value.value);
      return;
    case 'regex':
      writer.cstring(value.pattern);
      writer.cstring(value.options);
      return;
    case 'dbPointer':
      writer.string(value.namespace);
      writer.bytes(value.value);
      return;
    case 'javascriptWithScope':
      writeCodeWithScope(writer, value.code, value.scope.bytes());
      return;
    case 'int':
      writer.int32(value.value);
      return;
    case 'undefined':
    case 'null':
    case 'minKey':
    case 'maxKey':
  }
};

const writeCodeWithScope = (writer: ByteWriter, code: string, scope: Buffer): void => {
  writer.int32(4 + 4 + Buffer.byteLength(code) + 1 + scope.length);
  writer.string(code);
  writer.bytes(scope);
};
