import { derivedId, type Envelope, type EventStore, type References, SequenceNumbers } from '@referral/event-store';
import { tenantId } from './issue';
import { type PlannedReferral, type Span } from './plan';
import { stamp } from './virtual-time';
import { system } from './world';

const envelopeOf = (name: string, year: string, at: number): Envelope => {
  const commandId = `${name}/numbers-${year}/0`;
  return {
    tenantId,
    recordedAt: stamp(at),
    actor: system,
    source: { channel: 'import', system: 'seed' },
    commandId,
    commandType: 'ReceiveReferral',
    commandHash: '',
    correlationId: derivedId(tenantId, commandId),
    causationId: commandId,
  };
};

/**
 * The reference numbers of a history, a block for each of its years, so that they do not depend on how it is interrupted. A referral may
 * take two, of its own year or the next, where another one takes its place.
 */
export class Numbers {
  private constructor(
    readonly blocks: readonly References[],
    private readonly left: ReadonlyMap<string, Iterator<string>>,
  ) {}

  /** Takes the blocks, or finds those that were taken before. Throws StoreUnavailable. */
  static async reserve(
    store: EventStore,
    name: string,
    planned: readonly PlannedReferral[],
    { from, to }: Span,
  ): Promise<Numbers> {
    const numbers = new SequenceNumbers(store);
    const blocks = new Map<string, References>();
    const most = planned.length + planned.filter(({ fate }) => fate === 'superseded').length;
    for (let year = Number(stamp(from).slice(0, 4)); year <= Number(stamp(to).slice(0, 4)); year += 1) {
      const at = Math.max(from, Date.UTC(year, 0, 1));
      blocks.set(String(year), await numbers.several(envelopeOf(name, String(year), at), most));
    }
    const left = Array.from(blocks, ([year, { references }]) => [year, references.values()] as const);
    return new Numbers([...blocks.values()], new Map(left));
  }

  /** The next number of the year of an instant. */
  next(at: string): string {
    const found = this.left.get(at.slice(0, 4))?.next();
    if (!found || found.done === true) throw new RangeError(`No reference number is left for ${at}.`);
    return found.value;
  }
}
