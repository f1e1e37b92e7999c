import { aggregate } from './aggregate';
import { count } from './count';
import { distinct } from './distinct';
import { explain } from './explain';
import { find } from './find';
import type { Handler } from '../handler';

/** Commands that read documents. */
export const reads: Readonly<Record<string, Handler>> = { find, aggregate, count, distinct, explain };
