import fc from "fast-check";

import { reportIn } from "../../src/cli/plans/report";
import { reportFormats } from "../../src/cli/plans/report-arguments";
import { isFault, readPlan } from "../../src/review/plan/read-plan";
import { reviewPlan } from "../../src/review/review";
import { now } from "./example-review";

function reviewed(text: string): string {
  const plan = readPlan(text);
  if (isFault(plan)) return plan.code;
  const review = reviewPlan(plan, {
    title: "any",
    now,
    texts: { find: () => undefined, searched: "in Git" },
    accepted: [],
    allDrift: true,
  });
  return reportFormats.map((format) => reportIn(format, review, { colour: false })).join("\n");
}

describe("readPlan", () => {
  test.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["PK\u0003\u0004", "not-json"],
    ["null", "not-a-plan"],
    ["[]", "not-a-plan"],
    ["{}", "not-a-plan"],
    ['{"format_version":"1.0","values":{"root_module":{}}}', "not-a-plan"],
    ['{"format_version":"2.0","resource_changes":[]}', "newer-format"],
    [
      `{"format_version":"1.2","resource_changes":[{"change":{"after":${"[".repeat(50_000)}${"]".repeat(50_000)}}}]}`,
      "nested-too-deep",
    ],
  ])("says of %j that it is %s", (text, code) => {
    const plan = readPlan(text);
    expect(isFault(plan) ? plan.code : undefined).toBe(code);
    expect(isFault(plan) ? plan.fix : "").toMatch(/\w/);
  });

  test.each(["0.1", "0.2", "1.0", "1.1", "1.2", "1.9"])("reads format %s", (version) => {
    const plan = readPlan(
      JSON.stringify({ format_version: version, resource_changes: [], some_new_key: { of: "a newer version" } }),
    );
    expect(isFault(plan)).toBe(false);
  });

  test.each([
    [["no-op"], "none"],
    [["create"], "create"],
    [["read"], "read"],
    [["update"], "update"],
    [["delete", "create"], "replace"],
    [["create", "delete"], "replace"],
    [["delete"], "delete"],
    [["forget"], "forget"],
    [["create", "forget"], "forget"],
    [["delete", "teleport"], "delete"],
    [["teleport"], "unknown"],
    [[], "unknown"],
  ])("reads the actions %j as %s", (actions, action) => {
    const plan = readPlan(
      JSON.stringify({ format_version: "1.2", resource_changes: [{ address: "a.b", change: { actions } }] }),
    );
    expect(isFault(plan) ? undefined : plan.changes[0]?.action).toBe(action);
  });

  it("walks unknown values by position", () => {
    const plan = readPlan(
      JSON.stringify({
        format_version: "1.2",
        resource_changes: [
          {
            address: "a.b",
            change: {
              actions: ["update"],
              before: { list: [{ x: 1 }, { x: 2 }] },
              after: { list: [{}, { x: 2 }] },
              after_unknown: { list: [{ x: true }, {}], id: true },
            },
          },
        ],
      }),
    );
    const [change] = isFault(plan) ? [] : plan.changes;
    expect(change?.differences.map(({ path }) => path)).toEqual([["list", 0, "x"], ["id"]]);
  });

  it("takes nothing, zero, false and what is empty for the same", () => {
    const plan = readPlan(
      JSON.stringify({
        format_version: "1.2",
        resource_changes: [
          {
            address: "a.b",
            change: {
              actions: ["update"],
              before: { a: null, b: "", c: 0, d: [], e: { f: null }, g: false, h: 1 },
              after: { a: [], b: null, c: null, d: {}, e: null, g: null, h: 2 },
            },
          },
        ],
      }),
    );
    expect(isFault(plan) ? [] : plan.changes[0]?.differences.map(({ path }) => path)).toEqual([["h"]]);
  });

  it("takes no type for a property that every object has", () => {
    const change = { type: "valueOf", change: { actions: ["update"] } };
    expect(reviewed(JSON.stringify({ format_version: "1.2", resource_changes: [change] }))).toContain("valueOf");
  });

  it("crashes at no plan, whatever stands in it", () => {
    const any = fc.jsonValue({ maxDepth: 4 });
    const change = fc.record(
      {
        address: fc.oneof(fc.constantFrom("a.b", 'module.x["k.y"].a.b[0]', "data.a.b"), any),
        type: fc.oneof(
          fc.constantFrom(
            "aws_imagebuilder_image_pipeline",
            "aws_imagebuilder_image_recipe",
            "aws_iam_role",
            "aws_security_group",
            "aws_s3_object",
          ),
          any,
        ),
        name: any,
        mode: fc.constantFrom("managed", "data", 1),
        previous_address: any,
        deposed: any,
        change: fc.record(
          {
            actions: fc.oneof(fc.subarray(["create", "delete", "update", "read", "no-op", "forget"]), any),
            before: fc.oneof(
              fc.record({
                policy: any,
                schedule: any,
                distribution: any,
                component: any,
                ingress: any,
                version: any,
                arn: any,
              }),
              any,
            ),
            after: fc.oneof(
              fc.record({
                policy: any,
                schedule: any,
                distribution: any,
                component: any,
                ingress: any,
                version: any,
                arn: any,
              }),
              any,
            ),
            after_unknown: any,
            before_sensitive: any,
            after_sensitive: any,
            replace_paths: any,
            importing: any,
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    );
    const plan = fc.record(
      {
        resource_changes: fc.oneof(fc.array(change, { maxLength: 5 }), any),
        resource_drift: fc.oneof(fc.array(change, { maxLength: 3 }), any),
        output_changes: any,
        checks: any,
        deferred_changes: any,
        relevant_attributes: any,
        variables: any,
        prior_state: any,
        planned_values: any,
        configuration: fc.oneof(any, fc.record({ root_module: any, provider_config: any })),
      },
      { requiredKeys: ["resource_changes"] },
    );
    fc.assert(
      fc.property(plan, fc.constantFrom("0.1", "0.2", "1.0", "1.1", "1.2"), (sections, version) => {
        expect(reviewed(JSON.stringify({ format_version: version, ...sections }))).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });
});
