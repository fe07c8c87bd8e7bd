const { default: Sequencer } = require("@jest/test-sequencer");

/** What takes longest, most of it the waiting of the AWS provider until AWS agrees with itself. */
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

/** Starts these first, also where no run before has told Jest how long each takes: one of them that starts last runs alone. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const first = longest.flatMap((name) => sorted.filter(({ path }) => path.endsWith(name)));
    return [...new Set([...first, ...sorted])];
  }
};
