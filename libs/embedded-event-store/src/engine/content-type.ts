/** Events hold JSON or bytes; a real EventStoreDB keeps no other distinction. */
export const JSON_CONTENT = Buffer.from('application/json');
export const BINARY_CONTENT = Buffer.from('application/octet-stream');

export const isJson = (contentType: Buffer): boolean => contentType.equals(JSON_CONTENT);
