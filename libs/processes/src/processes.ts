import { closure } from './closure';
import type { Process } from './process';

/** Every process manager. A new one is its file and a line here. */
export const processes: readonly Process[] = [closure];
