import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';
import { root } from './install.js';

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
