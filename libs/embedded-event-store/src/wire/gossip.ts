import { randomUUID } from 'node:crypto';
import { field, textField, varintField } from '../encoding/protobuf-writer';

/** `VNodeState.Leader`: a node that is alone leads. */
const LEADER = 8;

const TICKS_PER_MILLISECOND = 10_000;

export interface NodeAddress {
  readonly host: string;
  readonly port: number;
}

const instanceId = randomUUID();

/** `ClusterInfo` with one member, this node. */
export const clusterInfo = ({ host, port }: NodeAddress): Buffer =>
  field(
    1,
    field(1, textField(2, instanceId)),
    varintField(2, Date.now() * TICKS_PER_MILLISECOND),
    varintField(3, LEADER),
    varintField(4, 1),
    field(5, textField(1, host), varintField(2, port)),
  );
