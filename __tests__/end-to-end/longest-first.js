const { default: Sequencer } = require("@jest/test-sequencer");

/** Slowest test files. Most of their time, the AWS provider waits until AWS is consistent. */
const longest = [
  "transitions/transitions",
  "operations/operations",
  "everything",
  "adoption/adoption",
  "state",
  "recover",
  "faults/matrix",
  "interruptions/interruptions",
  "state-bucket",
].map((name) => `/end-to-end/${name}.test.ts`);

/** Starts the slowest test files first, even if Jest does not know their durations yet: a slow file that starts last runs alone. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const first = longest.flatMap((name) => sorted.filter(({ path }) => path.endsWith(name)));
    return [...new Set([...first, ...sorted])];
  }
};
