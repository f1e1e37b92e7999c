import { field, textField } from '../encoding/protobuf-writer';

/** The version whose behaviour this node has; clients expect `caught up` from 23.10 on. */
const VERSION = '23.10.0';

const STREAMS = 'event_store.client.streams.streams';

/** What clients may use, all in lower case; projections are left out, so that clients refuse them by themselves. */
const methods: readonly { readonly service: string; readonly method: string; readonly features: readonly string[] }[] =
  [
    { service: STREAMS, method: 'append', features: [] },
    { service: STREAMS, method: 'batchappend', features: ['deadline_duration'] },
    { service: STREAMS, method: 'delete', features: [] },
    { service: STREAMS, method: 'read', features: ['position', 'events'] },
    { service: STREAMS, method: 'tombstone', features: [] },
    ...['create', 'update', 'delete', 'read', 'getinfo', 'replayparked', 'list', 'restartsubsystem'].map((method) => ({
      service: 'event_store.client.persistent_subscriptions.persistentsubscriptions',
      method,
      features: ['stream', 'all'],
    })),
    { service: 'event_store.client.gossip.gossip', method: 'read', features: [] },
    { service: 'event_store.client.server_features.serverfeatures', method: 'getsupportedmethods', features: [] },
  ];

/** `SupportedMethods { methods = 1; event_store_server_version = 2 }`. */
export const supportedMethods = (): Buffer =>
  Buffer.concat([
    ...methods.map(({ service, method, features }) =>
      field(1, textField(1, method), textField(2, service), ...features.map((feature) => textField(3, feature))),
    ),
    textField(2, VERSION),
  ]);
