import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { root } from './install.js';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Where suites are, in the order of how long they take; the libraries are all that is left. */
const places = [/^test\//, /^(dist\/suites\/)?apps\//];

const placeOf = ({ path }) => {
  const place = places.findIndex((pattern) => pattern.test(relative(root, path).replaceAll('\\', '/')));
  return place === -1 ? places.length : place;
};

/** Suites of the whole system first. Jest goes by how long each took before, which a fresh clone does not know, and then by size. */
export default class SlowPlacesFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => placeOf(one) - placeOf(other));
  }
}
