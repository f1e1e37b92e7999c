import { ReceiveReferral } from '@referral/referral';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

/** What the ReceiveReferral class itself objects to in a body, checked as strictly as the HTTP interface does; nothing is right. */
export const objections = (body: object): readonly string[] =>
  validateSync(plainToInstance(ReceiveReferral, body), { whitelist: true, forbidNonWhitelisted: true }).map((error) =>
    error.toString(),
  );
