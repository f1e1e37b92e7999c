import { IsInt, Max, Min } from 'class-validator';
import { IsId, IsList, IsMediaType, IsSha256, IsText, MayBeAbsent } from '@referral/values';

/** A document as it is kept elsewhere: its id, form and content hash. What it is stands beside it. */
export interface DocumentFile {
  readonly documentId: string;
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
export class DocumentFileValue implements DocumentFile {
  @IsId() readonly documentId!: string;
  @IsMediaType() readonly mime!: string;
  @IsSha256() readonly sha256!: string;
  @MayBeAbsent() @IsInt() @Min(1) @Max(100_000) readonly pages?: number;
  @IsInt() @Min(1) @Max(10_000_000_000) readonly sizeBytes!: number;
  @IsList(20) @IsText(50, { each: true }) readonly sensitivity!: readonly string[];
}
