import { parseAccessControlList } from '../access/access-control-list';
import type { AccessControlList } from '../access/access-control-list';

/** What the metadata of a stream says about which of its events can be seen, and by whom. */
export interface StreamMetadata {
  /** `$tb`: revisions below it are gone. */
  readonly truncateBefore?: number;
  /** `$maxCount`: only that many of the newest events remain. */
  readonly maxCount?: number;
  /** `$maxAge`: seconds after which an event is gone. */
  readonly maxAge?: number;
  /** `$acl`: who may do what; left to the defaults without. */
  readonly accessControlList?: AccessControlList;
}

/** The type of the events in a metastream. */
export const METADATA_EVENT_TYPE = '$metadata';

/** `$tb` of a deleted stream, 2^63 - 1, which is 2^63 as a number. */
const DELETED_BEFORE = 2 ** 63;

const METASTREAM_PREFIX = '$$';

/** The data of the metadata event that deletes a stream; it replaces all other metadata. */
export const deletedMetadata = Buffer.from('{"$tb":9223372036854775807}');

export const isMetastream = (stream: string): boolean => stream.startsWith(METASTREAM_PREFIX);

export const metastreamOf = (stream: string): string => METASTREAM_PREFIX + stream;

/** The stream that a metastream is about. */
export const originalOf = (metastream: string): string => metastream.slice(METASTREAM_PREFIX.length);

/** A deleted stream keeps its revisions and may be written again; a tombstoned one may not. */
export const isSoftDeleted = ({ truncateBefore }: StreamMetadata): boolean => (truncateBefore ?? 0) >= DELETED_BEFORE;

const parseObject = (data: Buffer): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
};

const wholeNumber = (value: unknown, least: number): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= least ? value : undefined;

/** Metadata as somebody wrote it; what cannot be read says nothing. */
export const parseStreamMetadata = (data: Buffer): StreamMetadata => {
  const written = parseObject(data);
  const truncateBefore = wholeNumber(written['$tb'], 0);
  const maxCount = wholeNumber(written['$maxCount'], 1);
  const maxAge = wholeNumber(written['$maxAge'], 1);
  const accessControlList = parseAccessControlList(written['$acl']);
  return {
    ...(truncateBefore !== undefined && { truncateBefore }),
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAge !== undefined && { maxAge }),
    ...(accessControlList !== undefined && { accessControlList }),
  };
};

/** The same metadata with another `$tb`: what a deleted stream gets when it is written again. */
export const withTruncateBefore = (data: Buffer, truncateBefore: number): Buffer =>
  Buffer.from(JSON.stringify({ ...parseObject(data), $tb: truncateBefore }));
