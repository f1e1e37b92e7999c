import type { Barrier } from '../coordination-facets';
import type {
  BarrierIdentified,
  BarrierResolved,
  BarrierResourceConnected,
  BarrierUnresolved,
  InterpreterArranged,
  InterpreterDeclined,
} from '../events/barriers';
import type { RegisteredReferral } from '../referral';
import { withFacets } from './move';

type BarrierEvent =
  | BarrierIdentified
  | BarrierResourceConnected
  | BarrierResolved
  | BarrierUnresolved
  | InterpreterArranged
  | InterpreterDeclined;

const change = (
  referral: RegisteredReferral,
  barrierId: string,
  to: (barrier: Barrier) => Barrier,
): RegisteredReferral =>
  withFacets(referral, {
    barriers: referral.facets.barriers.map((barrier) => (barrier.barrierId === barrierId ? to(barrier) : barrier)),
  });

/** What keeps the patient from care, and what is done about it. */
export const evolveBarriers = (referral: RegisteredReferral, event: BarrierEvent): RegisteredReferral => {
  switch (event.type) {
    case 'BarrierIdentified': {
      const { barrierId, type, severity, blocksScheduling } = event.data;
      const since = event.occurredAt;
      const barrier = { barrierId, type, severity, blocksScheduling, since, resources: [], resolution: null };
      return withFacets(referral, { barriers: [...referral.facets.barriers, barrier] });
    }
    case 'BarrierResourceConnected': {
      const { barrierId, directoryEntryId } = event.data;
      return change(referral, barrierId, (barrier) => ({
        ...barrier,
        resources: [...barrier.resources, directoryEntryId],
      }));
    }
    case 'BarrierResolved':
      return change(referral, event.data.barrierId, (barrier) => ({ ...barrier, resolution: 'resolved' }));
    case 'BarrierUnresolved':
      return change(referral, event.data.barrierId, (barrier) => ({ ...barrier, resolution: 'unresolved' }));
    case 'InterpreterArranged':
      return withFacets(referral, {
        interpreter: 'arranged',
        interpreterFor: { language: event.data.language, mode: event.data.mode },
      });
    case 'InterpreterDeclined':
      return withFacets(referral, { interpreter: 'declined_by_patient', interpreterFor: null });
  }
};
