import { directoryAggregate, type EntryEvent, type EntryState } from '@referral/directory';
import { ReflectDestinationStatus, referralAggregate } from '@referral/referral';
import { destinationStatusOf } from './destination-status';
import { send } from './errand';
import { type Process, setTimer } from './process';
import { eachFound, search } from './question';

/** Facts after which a destination may take patients otherwise than before. */
const occasions: readonly EntryEvent['type'][] = [
  'DirectoryEntrySuspended',
  'DirectoryEntryReinstated',
  'DirectoryEntryRetired',
  'CapacityReported',
];

/** Tells the open referrals to a destination whether it takes patients, so that one that does not is found and left. */
export const destinationNotice: Process<EntryState, EntryEvent> = {
  name: 'destinationnotice',
  subject: {
    category: directoryAggregate.category,
    initialView: directoryAggregate.decider.initialState,
    evolve: (view, fact) => directoryAggregate.decider.evolve(view, fact),
  },
  react: (trigger, entry, _, now) => {
    if (entry.stage === 'none') return [];
    // Several changes in a row are told once, as the entry stands then.
    if (trigger.kind === 'fact') return occasions.includes(trigger.fact.type) ? [setTimer('tell', now)] : [];
    const { entryId } = entry;
    if (trigger.kind === 'timer') return [search('destinationId', entryId)];
    const said = { destinationId: entryId, status: destinationStatusOf(entry) };
    return eachFound(trigger, (referralId) => send(referralAggregate, referralId, ReflectDestinationStatus, said));
  },
};
