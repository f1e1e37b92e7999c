import type { Membership } from './consumer';
import type { GroupKey } from './group-key';
import type { GroupSettings } from './group-settings';

/** What is told of a group when somebody asks. */
export interface GroupFacts {
  readonly key: GroupKey;
  readonly settings: GroupSettings;
  readonly isLive: boolean;
  readonly members: readonly Membership[];
  readonly total: number;
  readonly checkpoint: number | undefined;
  /** Revision or position of the last event that was read for it; `undefined` before any. */
  readonly lastKnown: number | undefined;
  readonly buffered: number;
  readonly retrying: number;
  readonly parked: number;
}
