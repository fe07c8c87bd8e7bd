import { Command } from "@commander-js/extra-typings";

import { type PlanRecord, type Present, refusals } from "../../../src/cli/plans/plan-record";
import { acceptOption, checkAccepted } from "../../../src/cli/plans/report-arguments";

const plan: PlanRecord = {
  version: 1,
  stack: "dev",
  sha256: "aa",
  commit: "1111111111111111",
  dirty: false,
  configuration: "cc",
  findings: [],
  state: { lineage: "l", serial: 3 },
};
const now: Present = { stack: "dev", sha256: "aa", commit: plan.commit, configuration: "cc", state: plan.state };

describe("refusals", () => {
  it("has none of the plan that was reviewed", () => {
    expect(refusals(plan, now)).toEqual([]);
  });

  test.each<[string, Partial<Present>, RegExp]>([
    [
      "another environment",
      { stack: "prod" },
      /^the plan is of "dev", not of "prod"; name "dev", or make and review a new one with "npm run plan -- prod"$/,
    ],
    ["another file", { sha256: "bb" }, /not the one that was reviewed/],
    ["another commit", { commit: "2222222222222222" }, /of commit 111111111111, and this is 222222222222/],
    ["other files at the same commit", { configuration: "dd" }, /files of the project have changed/],
    [
      "a state that has moved on",
      { state: { lineage: "l", serial: 4 } },
      /^the plan is stale: .*serial 4, the plan is for 3/,
    ],
    ["another state", { state: { lineage: "m", serial: 3 } }, /stale/],
    ["no state any longer", { state: undefined }, /stale/],
  ])("refuses %s", (_name, changed, message) => {
    const refused = refusals(plan, { ...now, ...changed });
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(message);
  });
});

describe("the codes that are accepted", () => {
  it("are read with commas and again", () => {
    const command = new Command().addOption(acceptOption).exitOverride();
    command.parse(["--accept", "key-destroyed, schedule-removed", "--accept", "key-changed"], { from: "user" });
    expect(command.opts().accept).toEqual(["key-destroyed", "schedule-removed", "key-changed"]);
  });

  it("are refused where no rule has them", async () => {
    await expect(checkAccepted(["key-destroyed"])).resolves.toBeUndefined();
    await expect(checkAccepted(["key-destroy"])).rejects.toThrow(
      '--accept names "key-destroy", which is not a code; did you mean "key-destroyed"?',
    );
  });
});
