import { textReport } from "../../../src/review/forms/text";
import { scenarios } from "../../end-to-end/plans/scenarios";
import { reviewExample } from "../example-review";
import { reviewScenario } from "../recorded-review";

describe("the report for a terminal", () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    "breaks %s between words, and nothing of a document",
    (_name, scenario) => {
      const review = reviewScenario(scenario);
      const text = textReport(review, { colour: false, columns: 80 });
      const tooLong = text.split("\n").filter((line) => line.length > 80 && !/^ {4}[-+ ] {2}/.test(line));
      // A word alone may be longer than the line.
      expect(tooLong.filter((line) => line.trim().includes(" "))).toEqual([]);
      expect(text.replace(/\s+/g, " ")).toBe(textReport(review, { colour: false }).replace(/\s+/g, " "));
    },
  );

  it("needs no more than one screen for a component that two images use", () => {
    const edited = scenarios.find(({ name }) => name === "component-edited");
    if (edited === undefined) throw new Error("not recorded");
    const text = textReport(reviewScenario(edited), { colour: false, columns: 80 });
    expect(text.split("\n").length).toBeLessThan(40);
  });

  it("tells what is accepted last, and what has to be acted on before the long lists of policies", () => {
    const policy = (actions: readonly string[]) =>
      JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] });
    const update = (type: string, before: object, after: object) => ({
      address: `${type}.x`,
      type,
      name: "x",
      change: { actions: ["update"], before, after },
    });
    const review = reviewExample(
      {
        complete: false,
        resource_changes: [
          update("aws_iam_role_policy", { policy: policy(["s3:GetObject"]) }, { policy: policy(["s3:*"]) }),
          update("aws_imagebuilder_image_pipeline", { status: "ENABLED" }, { status: "DISABLED" }),
          update("aws_cloudwatch_log_group", { retention_in_days: 90 }, { retention_in_days: 30 }),
        ],
      },
      ["retention-shortened"],
    );
    const codes = [...textReport(review, { colour: false }).matchAll(/^ {2}(\S+ [a-z-]+): /gm)].map(([, code]) => code);
    expect(codes).toEqual([
      "attention plan-incomplete",
      "attention pipeline-disabled",
      "attention policy-broadened",
      "accepted retention-shortened",
    ]);
  });
});
