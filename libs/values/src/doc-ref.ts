import { IsInt, Matches, Max, Min } from 'class-validator';
import { IsId } from './checks/is-id';
import { IsList } from './checks/is-list';
import { IsMediaType } from './checks/is-media-type';
import { IsSha256 } from './checks/is-sha256';
import { IsText } from './checks/is-text';
import { MayBeAbsent } from './checks/may-be-absent';

/** A document that is kept elsewhere: what it is, its form, and the hash of its content. */
export interface DocRef {
  readonly documentId: string;
  /** What it is, such as `referral_letter`. */
  readonly kind: string;
  /** Media type, such as `application/pdf`. */
  readonly mime: string;
  /** Of the content, hex. */
  readonly sha256: string;
  readonly pages?: number;
  readonly sizeBytes: number;
  /** What makes it more than normally sensitive, such as `part2`. */
  readonly sensitivity: readonly string[];
}

/** How a document is validated. */
export class DocRefValue implements DocRef {
  @IsId() readonly documentId!: string;
  @Matches(/^[a-z][a-z0-9_]{0,49}$/, { message: '$property must be a kind of document, such as consult_note' })
  readonly kind!: string;
  @IsMediaType() readonly mime!: string;
  @IsSha256() readonly sha256!: string;
  @MayBeAbsent() @IsInt() @Min(1) @Max(100_000) readonly pages?: number;
  @IsInt() @Min(1) @Max(10_000_000_000) readonly sizeBytes!: number;
  @IsList(20) @IsText(50, { each: true }) readonly sensitivity!: readonly string[];
}
