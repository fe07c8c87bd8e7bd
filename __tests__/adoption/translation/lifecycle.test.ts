import { lifecyclePolicyOf } from "../../../src/adoption/translation/lifecycle";
import { UserError } from "../../../src/files/user-error";
import type { Value } from "../../../src/review/plan/value";

const recipes = { images: new Map([["base", "base"]]), containers: new Map<string, string>() };

function policyWith(...exclusions: readonly Value[]) {
  return lifecyclePolicyOf(
    {
      resource_type: "AMI_IMAGE",
      resource_selection: [{ recipe: [{ name: "base", semantic_version: "1.0.0" }] }],
      policy_detail: exclusions.map((exclusion_rules, index) => ({
        action: [
          { type: ["DEPRECATE", "DELETE"][index] ?? "DISABLE", include_resources: [{ amis: true, snapshots: true }] },
        ],
        filter: [{ type: "COUNT", value: 5 }],
        exclusion_rules,
      })),
    },
    recipes,
  );
}

const launched = [{ amis: [{ is_public: false, last_launched: [{ value: 30, unit: "DAYS" }] }] }];

describe("a lifecycle policy of a state", () => {
  it("says once what all of its rules exclude", () => {
    expect(policyWith(launched, launched)).toEqual({
      images: ["base"],
      rules: [
        { action: "deprecate", keep: 5 },
        { action: "delete", keep: 5 },
      ],
      exclude: { amis: { launchedWithin: { days: 30 } } },
    });
  });

  it("says of each rule what it excludes where they differ", () => {
    expect(policyWith([], launched)).toEqual({
      images: ["base"],
      rules: [
        { action: "deprecate", keep: 5 },
        { action: "delete", keep: 5, exclude: { amis: { launchedWithin: { days: 30 } } } },
      ],
    });
  });

  it.each([
    [[], { amis: false, snapshots: false }],
    [[{ amis: true, snapshots: null }], { snapshots: false }],
    [[{ amis: false, snapshots: true }], { amis: false }],
  ])("that includes %j spares everything else", (included, spared) => {
    const policy = {
      resource_selection: [{ tag_map: { team: "images" } }],
      policy_detail: [
        { action: [{ type: "DELETE", include_resources: included }], filter: [{ type: "COUNT", value: 5 }] },
      ],
    };
    expect(lifecyclePolicyOf(policy, recipes)).toEqual({
      tags: { team: "images" },
      rules: [{ action: "delete", keep: 5, ...spared }],
    });
  });

  it("is refused where the state lacks what each policy has", () => {
    const policy = { resource_selection: [{ recipe: [{ name: "base" }] }], policy_detail: [] };
    expect(() => lifecyclePolicyOf(policy, recipes)).toThrow(UserError);
    expect(() => lifecyclePolicyOf(policy, recipes)).toThrow('the state has a resource without "semantic_version"');
  });

  it.each([
    ["value", { type: "AGE", unit: "DAYS" }],
    ["unit", { type: "AGE", value: 30 }],
    ["value", { type: "COUNT" }],
    ["type", { value: 30, unit: "DAYS" }],
  ])("is refused without the %s of %j, which it does not invent", (missing, filter) => {
    const policy = {
      resource_selection: [{ tag_map: { team: "images" } }],
      policy_detail: [{ action: [{ type: "DELETE" }], filter: [filter] }],
    };
    expect(() => lifecyclePolicyOf(policy, recipes)).toThrow(`the state has a resource without "${missing}"`);
  });
});
