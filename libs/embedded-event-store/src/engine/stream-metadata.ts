import { parseAccessControlList } from '../access/access-control-list';
import type { AccessControlList } from '../access/access-control-list';
import { isJson } from './content-type';

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

/** The stream whose metadata is in the events of this one; `undefined` when they are none. Metastreams have no metadata. */
export const describedBy = (stream: string): string | undefined => {
  const original = isMetastream(stream) ? originalOf(stream) : undefined;
  return original === undefined || isMetastream(original) ? undefined : original;
};

const NOTHING = Buffer.alloc(0);

/** The metadata of another stream that an event has: JSON in a metastream; empty when it has none. */
export const metadataIn = (stream: string, { contentType, data }: { contentType: Buffer; data: Buffer }): Buffer =>
  describedBy(stream) !== undefined && isJson(contentType) ? data : NOTHING;

/** A deleted stream keeps its revisions and may be written again; a tombstoned one may not. */
export const isSoftDeleted = ({ truncateBefore }: StreamMetadata): boolean => (truncateBefore ?? 0) >= DELETED_BEFORE;

const parseObject = (data: Buffer): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(data.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
};

/** The numbers that metadata may have, and the least that each may be. */
const LEAST = { $tb: 0, $maxCount: 1, $maxAge: 1, $cacheControl: 1 } as const;

const isWholeNumber = (value: unknown, least: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least;

/** Metadata as somebody wrote it; what cannot be read, or has one number that may not be, says nothing at all. */
export const parseStreamMetadata = (data: Buffer): StreamMetadata => {
  const written = parseObject(data) ?? {};
  const wrong = Object.entries(LEAST).some(([key, least]) => key in written && !isWholeNumber(written[key], least));
  if (wrong) return {};
  const { $tb, $maxCount, $maxAge, $acl } = written;
  const accessControlList = parseAccessControlList($acl);
  return {
    ...(isWholeNumber($tb, LEAST.$tb) && { truncateBefore: $tb }),
    ...(isWholeNumber($maxCount, LEAST.$maxCount) && { maxCount: $maxCount }),
    ...(isWholeNumber($maxAge, LEAST.$maxAge) && { maxAge: $maxAge }),
    ...(accessControlList !== undefined && { accessControlList }),
  };
};

/**
 * The same metadata with another `$tb`: what a deleted stream gets when it is written again; `undefined` when what was written
 * is no JSON object.
 */
export const withTruncateBefore = (data: Buffer, truncateBefore: number): Buffer | undefined => {
  const written = parseObject(data);
  return written && Buffer.from(JSON.stringify({ ...written, $tb: truncateBefore }));
};
