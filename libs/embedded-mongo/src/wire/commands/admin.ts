import { refuse } from '../../engine/mongo-error';
import { spaceRange } from '../../engine/catalog/catalog';
import { flag } from '../command';
import { configureFailPoint } from './fail-point-command';
import { replicaSet } from './handshake';
import type { Handler } from '../handler';
import { okReply } from '../reply';

/** Questions about the server itself. */
export const admin: Readonly<Record<string, Handler>> = {
  serverStatus: {
    fields: ['repl', 'metrics', 'locks'],
    run: ({ node }) =>
      okReply({
        host: 'localhost',
        version: '7.0.0',
        process: 'embedded-mongo',
        pid: process.pid,
        uptime: Math.floor((Date.now() - node.startedAt) / 1000),
        localTime: new Date(),
        metrics: { cursor: { open: { total: node.cursors.count } } },
        mem: { resident: Math.round(process.memoryUsage.rss() / 2 ** 20) },
        storageEngine: { name: 'lmdb', persistent: true, supportsCommittedReads: true },
      }),
  },
  listDatabases: {
    fields: ['nameOnly', 'filter', 'authorizedDatabases'],
    run: ({ node }, command) => {
      if (command.database !== 'admin')
        throw refuse('IllegalOperation', 'listDatabases may only be run against the admin database.');
      const names = [...new Set(node.engine.catalog.list().map(({ database }) => database))];
      const nameOnly = flag(command, 'nameOnly');
      const databases = names.map((name) => {
        const entries = node.engine.catalog
          .list(name)
          .reduce((sum, { space }) => sum + node.engine.storage.count(spaceRange(space)), 0);
        return nameOnly ? { name } : { name, sizeOnDisk: entries, empty: entries === 0 };
      });
      return okReply({ databases, ...(!nameOnly && { totalSize: 0 }) });
    },
  },
  getParameter: {
    fields: ['featureCompatibilityVersion', 'enableTestCommands', 'authenticationMechanisms', 'requireApiVersion'],
    run: ({ node }, command) => {
      const known = {
        featureCompatibilityVersion: { version: '7.0' },
        enableTestCommands: node.testCommands,
        authenticationMechanisms: [],
        requireApiVersion: false,
      };
      const all = command.body.get('getParameter');
      const everything = all?.type === 'string' && all.value === '*';
      return okReply(
        Object.fromEntries(Object.entries(known).filter(([name]) => everything || command.body.has(name))),
      );
    },
  },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () =>
      okReply({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] } }),
  },
  whatsmyuri: { fields: [], run: ({ connection }) => okReply({ you: connection.address }) },
  getLog: { fields: [], run: () => okReply({ totalLinesWritten: 0, log: [] }) },
  getCmdLineOpts: { fields: [], run: () => okReply({ argv: [], parsed: {} }) },
  hostInfo: {
    fields: [],
    run: () => okReply({ system: { cpuArch: process.arch }, os: { type: process.platform }, extra: {} }),
  },
  replSetGetStatus: {
    fields: ['initialSync'],
    run: ({ connection }) =>
      okReply({
        set: replicaSet,
        date: new Date(),
        myState: 1,
        members: [{ _id: 0, name: connection.address, health: 1, state: 1, stateStr: 'PRIMARY', self: true }],
      }),
  },
  configureFailPoint,
};
