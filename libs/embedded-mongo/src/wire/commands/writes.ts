import { findAndModify } from './find-and-modify';
import { insert } from './insert';
import { remove } from './delete';
import { update } from './update';
import type { Handler } from '../handler';

/** Commands that change documents. */
export const writes: Readonly<Record<string, Handler>> = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
};
