import type { Segment } from '../x12/segment';
import { writeDocument } from '../x12/write-document';
import { writtenAt } from './requests';

/** A segment from how it is written. */
const segment = (text: string): Segment => text.split('*');

interface Kind {
  readonly functionalCode: string;
  readonly transactionSet: string;
  readonly guide: string;
}

const answer = (kind: Kind, segments: readonly string[]): string =>
  writeDocument(
    { ...kind, sender: 'SYNTHPAYER', receiver: 'LEDGER', controlNumber: 7, usage: 'test', writtenAt },
    segments.map(segment),
  );

const named = 'NM1*IL*1*Example*Sample****MI*AUTHREQ0001';

/** A 271 to `eligibilityRequest` that says so much of the member. */
export const answer271 = (...ofMember: readonly string[]): string =>
  raw271('TRN*2*trace-1*9000000001', named, ...ofMember);

/** A 271 whose member's level is given whole. */
export const raw271 = (...level: readonly string[]): string =>
  answer({ functionalCode: 'HB', transactionSet: '271', guide: '005010X279A1' }, [
    'BHT*0022*11*trace-1*20261103*0900',
    ...['HL*1**20*1', 'NM1*PR*2*Synthetic Health Plan*****PI*SYN01'],
    ...['HL*2*1*21*1', 'NM1*1P*2*Synthetic Coordination Desk*****XX*1234567893'],
    ...['HL*3*2*22*0', ...level],
  ]);

/** A 278 to `authorizationRequest` that says so much of the event, and in the levels below it. */
export const answer278 = (...ofEvent: readonly string[]): string =>
  raw278('005010X217', '11', 'HL*4*3*EV*0', 'TRN*2*trace-2*9000000001', ...ofEvent);

/** A 278 to `authorizationInquiry`. */
export const answerToInquiry = (...ofEvent: readonly string[]): string =>
  raw278('005010X215', '49', 'HL*4*3*EV*0', 'TRN*2*trace-3*9000000001', ...ofEvent);

/** A 278 whose levels below the member's are given whole. */
export const raw278 = (guide: string, purpose: string, ...below: readonly string[]): string =>
  answer({ functionalCode: 'HI', transactionSet: '278', guide }, [
    `BHT*0007*${purpose}*trace-2*20261103*0900`,
    ...['HL*1**20*1', 'NM1*X3*2*Synthetic Health Plan*****PI*SYN01'],
    ...['HL*2*1*21*1', 'NM1*1P*2*Synthetic Coordination Desk*****XX*1234567893'],
    ...['HL*3*2*22*1', named],
    ...below,
  ]);
