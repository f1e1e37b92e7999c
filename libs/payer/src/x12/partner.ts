/** How we and a payer name each other in documents. */
export interface Partner {
  /** Ours and the payer's interchange ids (ISA06, ISA08), at most 15 characters. */
  readonly sender: string;
  readonly receiver: string;
  /** The payer's identifier in its companion guide (NM1, qualifier PI), and its name. */
  readonly payerId: string;
  readonly payerName: string;
  /** Who gives the trace numbers (TRN03): ten characters, a `9` and nine digits when there is no employer id. */
  readonly traceOriginator: string;
  readonly usage: 'production' | 'test';
}
