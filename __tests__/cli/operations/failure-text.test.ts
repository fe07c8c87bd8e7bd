import { failureText } from "../../../src/cli/operations/failure-text";
import type { Evidence } from "../../../src/operations/failures/evidence";

const told = (regions: Evidence["regions"]): string =>
  failureText({ evidence: { stage: "DISTRIBUTING", regions, text: "", missing: [] }, left: [] }, { colour: false });

test("a distribution that failed is told by region, without what AWS leaves out", () => {
  const configurationStep = "LAUNCH_PERMISSION";
  expect(
    told([
      { region: "eu-west-1", account: "111122223333", configurationStep, message: "denied" },
      { region: "us-east-1", message: "denied" },
      { account: "111122223333" },
    ]),
  ).toBe(`  DISTRIBUTING

  eu-west-1 account 111122223333 LAUNCH_PERMISSION: denied
  us-east-1: denied
  in some region account 111122223333: no message`);
});
