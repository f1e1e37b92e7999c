/** Why a test of MongoDB's specifications is not run, by what its file and title begin with. */
const reasons: readonly (readonly [suite: string, file: string, title: string, reason: string])[] = [];

/** The reason a test is skipped for; undefined when it is run. */
export const skipReasonOf = (suite: string, file: string, title: string): string | undefined =>
  reasons.find(([ofSuite, ofFile, ofTitle]) => ofSuite === suite && file.startsWith(ofFile) && title.startsWith(ofTitle))?.[3];
