import { ReceiveReferral } from '@referral/referral';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';

/** What the ReceiveReferral class itself objects to in a body, as the HTTP interface would have it checked; nothing is right. */
export const objections = async (body: object): Promise<readonly string[]> => {
  const command = plainToInstance(ReceiveReferral, body);
  const errors = await validate(command, { whitelist: true, forbidNonWhitelisted: true });
  return errors.map((error) => error.toString());
};
