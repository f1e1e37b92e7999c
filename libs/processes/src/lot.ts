const OFFSET = 2_166_136_261;
const PRIME = 16_777_619;

/**
 * A number below 2^32 that looks drawn by lot, and is the same for the same text: FNV-1a over its UTF-16 units, finished as MurmurHash3
 * does, since texts that differ at their ends alone would draw much the same otherwise.
 */
export const lot = (text: string): number => {
  let hash = OFFSET;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), PRIME);
  return mixed(hash);
};

const mixed = (hash: number): number => {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
};
