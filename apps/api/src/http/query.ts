import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

/** What every query takes. */
export class QueryParameters {
  /** Wait until the answer shows this log position. What is read from the log itself shows all of them. */
  @IsOptional()
  @Matches(/^\d{1,19}$/, { message: 'atLeast must be a position as an answer gave it, such as 48213' })
  readonly atLeast?: string;
}

/** What every list takes. */
export class PageParameters extends QueryParameters {
  /** Rows on a page, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  readonly limit: number = 50;

  /** The `cursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(4_096)
  readonly cursor?: string;
}

/** Values that a parameter may list at most. */
export const MAX_LISTED = 50;

/** Reads a parameter that lists values separated by commas, each of them once. */
export const commaSeparated = ({ value }: { readonly value: unknown }): unknown => {
  if (typeof value === 'string') return [...new Set(value.split(','))];
  return Array.isArray(value) ? [...new Set(value as readonly unknown[])] : value;
};
