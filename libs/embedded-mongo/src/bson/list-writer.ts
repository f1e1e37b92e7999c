import { ByteWriter } from './byte-writer';
import type { Document } from './document';
import { List } from './list';
import { typeBytes } from './value';

/** Writes an array of documents as they come, so that a long one of small documents takes no more memory than its bytes. */
export class ListWriter {
  private readonly writer = new ByteWriter();
  private readonly start = this.writer.open();
  private written = 0;

  /** Documents so far. */
  get count(): number {
    return this.written;
  }

  add(document: Document): void {
    this.writer.byte(typeBytes.object);
    this.writer.cstring(String(this.written++));
    this.writer.bytes(document.bytes());
  }

  /** The array; nothing may be added after it. */
  finish(): List {
    this.writer.close(this.start);
    return List.fromBytes(this.writer.take(), 0);
  }
}
