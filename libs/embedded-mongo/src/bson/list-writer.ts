import type { Document } from './document';
import { List } from './list';
import { typeBytes } from './value';

/** Bytes of documents that are held as they are before they are written out. */
const mostHeld = 1024 * 1024;

const end = Buffer.of(0);

/** Makes an array of documents as they come: a long one of small documents takes little more memory than its bytes. */
export class ListWriter {
  private readonly written: Buffer[] = [];
  private held: Buffer[] = [];
  private bytes = 0;
  private added = 0;

  /** Documents so far. */
  get count(): number {
    return this.added;
  }

  add(document: Document): void {
    const bytes = document.bytes();
    this.held.push(Buffer.from(`${String.fromCharCode(typeBytes.object)}${this.added++}\0`), bytes);
    this.bytes += bytes.length;
    if (this.bytes < mostHeld) return;
    this.written.push(Buffer.concat(this.held));
    this.held = [];
    this.bytes = 0;
  }

  /** The array; nothing may be added after it. */
  finish(): List {
    const length = Buffer.alloc(4);
    const list = Buffer.concat([length, ...this.written, ...this.held, end]);
    list.writeInt32LE(list.length);
    return List.fromBytes(list, 0);
  }
}
