import type { LogPosition } from '@referral/eventsourcing';

/** Work on one place of the log. */
interface Piece {
  readonly position: LogPosition;
  done: boolean;
}

/** How far everything up to a place in the log is done, when pieces of it end in any order. */
export class Progress {
  private readonly open: Piece[] = [];
  private reached: LogPosition | null = null;

  /** Begins a piece of work, in log order; what is returned ends it. */
  begin(position: LogPosition): () => void {
    const piece = { position, done: false };
    this.open.push(piece);
    return () => {
      piece.done = true;
      while (this.open[0]?.done) this.reached = this.open.shift()?.position ?? this.reached;
    };
  }

  /** Everything up to here is done; `null` before anything is. */
  get position(): LogPosition | null {
    return this.reached;
  }

  /** Pieces that were begun and cannot be told as done yet. */
  get size(): number {
    return this.open.length;
  }
}
