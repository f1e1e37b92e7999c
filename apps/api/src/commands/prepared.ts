import type { CommandResult } from '@referral/event-store';
import type { Delivered } from './delivery';

/** A command that is ready to be sent. */
export interface Prepared {
  readonly command: Delivered;
  /** Judges the handling by what only the preparation knows. */
  readonly judge?: (handling: Promise<CommandResult>) => Promise<CommandResult>;
}
