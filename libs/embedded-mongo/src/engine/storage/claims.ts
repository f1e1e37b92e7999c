import { WriteConflict } from './unit';

/** Who may write what: one open transaction at a time, and none that has not seen the latest committed write. */
export class Claims {
  private readonly owners = new Map<string, Claimant>();
  private readonly changes = new Map<string, number>();
  private readonly open = new Set<Claimant>();

  begin(claimant: Claimant): void {
    this.open.add(claimant);
  }

  /** A transaction takes a key until it ends. */
  take(key: Buffer, claimant: Claimant): void {
    const name = key.toString('latin1');
    const owner = this.owners.get(name);
    if (owner === claimant) return;
    if (owner) throw new WriteConflict(owner.settled);
    if ((this.changes.get(name) ?? 0) > claimant.snapshot) throw new WriteConflict();
    this.owners.set(name, claimant);
    claimant.keys.push(name);
  }

  /** A single write passes unless an open transaction has the key; open snapshots learn that it changed. */
  pass(key: Buffer, sequence: number): void {
    if (this.open.size === 0) return;
    const name = key.toString('latin1');
    const owner = this.owners.get(name);
    if (owner) throw new WriteConflict(owner.settled);
    this.changes.set(name, sequence);
  }

  /** What a committing transaction wrote counts as changed at `sequence`. */
  publish(claimant: Claimant, sequence: number): void {
    for (const name of claimant.keys) this.changes.set(name, sequence);
  }

  end(claimant: Claimant): void {
    for (const name of claimant.keys) this.owners.delete(name);
    this.open.delete(claimant);
    if (this.open.size === 0) this.changes.clear();
  }

  /** The end of some open transaction that has a key which begins so, or nothing. */
  holderOf(prefix: Buffer): Promise<void> | undefined {
    const beginning = prefix.toString('latin1');
    for (const [name, owner] of this.owners) if (name.startsWith(beginning)) return owner.settled;
    return undefined;
  }
}

/** A transaction as claims see it: what it has taken, what it can see, and when it ends. */
export type Claimant = { readonly snapshot: number; readonly keys: string[]; readonly settled: Promise<void> };
