import { Matches } from 'class-validator';

/** A media type without parameters. */
export const IsMediaType = (): PropertyDecorator =>
  Matches(/^[a-z]+\/[A-Za-z0-9][A-Za-z0-9.+-]{0,98}$/, {
    message: '$property must be a media type, such as application/pdf',
  });
