import { UnsayableRequest } from '../errors';
import { controlNumber } from './control-number';
import type { Partner } from './partner';
import { sayable } from './sayable';
import type { Segment } from './segment';
import { type Envelope, x12Date, x12Time } from './write-document';

/** A kind of request: how its documents are named. */
export interface RequestKind {
  readonly functionalCode: string;
  readonly transactionSet: string;
  readonly guide: string;
  /** Hierarchical structure code (BHT01). */
  readonly structure: string;
  /** Transaction set purpose code (BHT02). */
  readonly purpose: string;
}

/** The envelope of a request; the same trace number gives the same control number. */
export const envelopeOf = (kind: RequestKind, partner: Partner, traceNumber: string, writtenAt: string): Envelope => ({
  sender: sayable('partner.sender', partner.sender, 15),
  receiver: sayable('partner.receiver', partner.receiver, 15),
  usage: partner.usage,
  controlNumber: controlNumber(traceNumber),
  writtenAt,
  functionalCode: kind.functionalCode,
  transactionSet: kind.transactionSet,
  guide: kind.guide,
});

/** The first segment of a request (BHT). */
export const heading = (kind: RequestKind, traceNumber: string, writtenAt: string): Segment => [
  ...['BHT', kind.structure, kind.purpose, sayable('traceNumber', traceNumber, 50)],
  ...[x12Date(writtenAt), x12Time(writtenAt)],
];

/** The trace number of a request (TRN), by which its answer is known. */
export const trace = ({ traceOriginator }: Partner, traceNumber: string): Segment => {
  if (!/^[A-Za-z0-9]{10}$/.test(traceOriginator))
    throw new UnsayableRequest('partner.traceOriginator', 'is not ten letters or digits');
  return ['TRN', '1', sayable('traceNumber', traceNumber, 50), traceOriginator];
};
