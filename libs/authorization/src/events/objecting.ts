import type { ClockBasis, Level } from '../clock-rules';
import type { PeerToPeerOutcome, ReviewOutcome } from '../vocabulary';
import type { Fact } from './event';

/** A talk between clinicians was asked for. */
export type PeerToPeerRequested = Fact<'PeerToPeerRequested', { readonly windowEndsAt: string }>;

/** The talk took place. */
export type PeerToPeerHeld = Fact<
  'PeerToPeerHeld',
  { readonly windowEndsAt: string; readonly at: string; readonly outcome: PeerToPeerOutcome }
>;

/** The refusal was appealed; the payer's clock starts anew. `level` counts from 1. */
export type AppealFiled = Fact<
  'AppealFiled',
  {
    readonly level: number;
    readonly kind: Level;
    readonly filedAt: string;
    readonly dueAt: string;
    readonly clockBasis: ClockBasis;
  }
>;

/** The appeal was decided. */
export type AppealDecided = Fact<
  'AppealDecided',
  { readonly level: number; readonly kind: Level; readonly filedAt: string; readonly outcome: ReviewOutcome }
>;
