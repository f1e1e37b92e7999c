import { parseArgs } from 'node:util';
import { readPositionKey } from '@referral/eventsourcing';
import { type Intervention, type ModelStore } from '@referral/read-models';
import { projections } from '@referral/projections';
import { withModelStore } from './model-store';
import { request, settled } from './request';
import { UsageError } from './usage';

/** How `rebuild` is used. */
export const rebuildHelp = `Builds a read model anew from the log, beside the one that answers queries, and then switches over.

  npm run rebuild                                               list the read models and their builds
  npm run rebuild -- NAME --by WHO --reason "WHY"               build, switch when it has everything (--no-switch: only build)
  npm run rebuild -- switch MODEL --by WHO --reason "WHY"       answer queries from this build
  npm run rebuild -- drop MODEL --by WHO --reason "WHY"         remove a build that no query is answered from

The old build is kept until it is dropped. A build that is interrupted goes on where it was.
`;

/** Lists, builds, switches or drops read models. Returns the exit code. */
export const rebuild = async (args: readonly string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { by: { type: 'string' }, reason: { type: 'string' }, 'no-switch': { type: 'boolean', default: false } },
  });
  const [first, second] = positionals;
  if (first === undefined) return withModelStore(list);
  const wanted = wantedOf(first, second, !values['no-switch']);
  return withModelStore(async (store) => {
    const asked = await request(store, wanted, { by: values.by, reason: values.reason });
    const { state, outcome } = await settled(store, asked, (now) => progress(store, now));
    console.log(`${state}: ${outcome ?? ''}`);
    return state === 'done' ? 0 : 1;
  });
};

const wantedOf = (
  first: string,
  second: string | undefined,
  switchWhenDone: boolean,
): Pick<Intervention, 'kind' | 'target' | 'switchWhenDone'> => {
  if (first === 'switch' || first === 'drop') {
    if (second === undefined) throw new UsageError(rebuildHelp);
    return { kind: first, target: second };
  }
  const names = projections.map(({ name }) => name);
  if (!names.includes(first)) throw new UsageError(`There is no read model ${first}; there are ${names.join(', ')}.`);
  return { kind: 'rebuild', target: first, switchWhenDone };
};

const list = async (store: ModelStore): Promise<number> => {
  const [checkpoints, aliases] = await Promise.all([store.checkpoints(), store.aliases()]);
  const live = new Set(aliases.values());
  for (const { model, position, events, updatedAt } of checkpoints) {
    const at = position === null ? 'nothing' : String(readPositionKey(position)?.commit ?? '');
    console.log(
      `${live.has(model) ? 'live ' : '     '} ${model}  ${String(events)} events, up to position ${at}, ${updatedAt}`,
    );
  }
  return 0;
};

const progress = async (store: ModelStore, { outcome: model }: Intervention): Promise<void> => {
  const [checkpoints, aliases] = await Promise.all([store.checkpoints(), store.aliases()]);
  const build = checkpoints.find((checkpoint) => checkpoint.model === model);
  const live = checkpoints.find((checkpoint) => checkpoint.model === aliases.get(model?.split('@')[0] ?? ''));
  if (!build || !live) return;
  const share = live.events === 0 ? 1 : Math.min(1, build.events / live.events);
  console.log(
    `${build.model}: ${String(build.events)} of about ${String(live.events)} events (${String(Math.floor(share * 100))} %)`,
  );
};
