import { describeKills } from '../support/faults/kill-suite';

describeKills(10);
