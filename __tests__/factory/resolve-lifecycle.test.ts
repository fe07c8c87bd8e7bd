import { lifecyclePolicy } from "../../src/definitions/schema/lifecycle";
import { type RecipeVersions, resolveLifecyclePolicy } from "../../src/factory/resolve-lifecycle";
import { emptyFactory } from "../helpers/synthesised";

const lock = new Map<string, RecipeVersions>([
  // Another environment is ahead.
  ["base", { version: "1.0.1", allVersions: ["1.0.2", "1.0.1"] }],
  ["old", { version: "1.0.59", allVersions: Array.from({ length: 60 }, (_, patch) => `1.0.${59 - patch}`) }],
  ["app", { version: "2.0.0", allVersions: ["2.0.0", "1.0.0"] }],
]);
const resolved = (definition: object) => {
  const rules = [{ action: "delete", after: { months: 6 }, retainAtLeast: 2 }];
  return resolveLifecyclePolicy("old", lifecyclePolicy.parse({ rules, ...definition }), lock, emptyFactory.names);
};

describe("what a lifecycle policy selects", () => {
  it("is every version of a recipe that the lock remembers, for its images outlast it", () => {
    expect(resolved({ images: ["base"] })).toMatchObject({
      resourceType: "AMI_IMAGE",
      selection: {
        recipes: [
          { name: "base", version: "1.0.2" },
          { name: "base", version: "1.0.1" },
        ],
      },
    });
    expect(resolved({ containers: ["app"] })).toMatchObject({
      resourceType: "CONTAINER_IMAGE",
      selection: {
        recipes: [
          { name: "app", version: "2.0.0" },
          { name: "app", version: "1.0.0" },
        ],
      },
    });
  });

  it("is the current version alone where that is asked for", () => {
    expect(resolved({ images: ["base"], versions: "current" }).selection).toEqual({
      recipes: [{ name: "base", version: "1.0.1" }],
    });
    expect(resolved({ containers: ["app"], versions: "current" }).selection).toEqual({
      recipes: [{ name: "app", version: "2.0.0" }],
    });
  });

  it("is the newest of each recipe where there are more than the service takes", () => {
    const { selection } = resolved({ images: ["old", "base"] });
    const recipes = "recipes" in selection ? selection.recipes : [];
    expect(recipes).toHaveLength(50);
    expect(recipes.slice(0, 4)).toEqual([
      { name: "old", version: "1.0.59" },
      { name: "base", version: "1.0.2" },
      { name: "old", version: "1.0.58" },
      { name: "base", version: "1.0.1" },
    ]);
    expect(recipes.at(-1)).toEqual({ name: "old", version: "1.0.12" });
  });

  it("is what has all of its tags", () => {
    expect(resolved({ tags: { disposable: "yes" }, type: "container" })).toMatchObject({
      resourceType: "CONTAINER_IMAGE",
      selection: { tags: { disposable: "yes" } },
    });
    expect(resolved({ tags: { disposable: "yes" } }).resourceType).toBe("AMI_IMAGE");
  });

  it("is of the type of what it names, whatever `type` says", () => {
    expect(resolved({ images: ["base"], type: "container" }).resourceType).toBe("AMI_IMAGE");
    expect(resolved({ containers: ["app"], type: "ami" }).resourceType).toBe("CONTAINER_IMAGE");
  });
});

describe("a rule of a lifecycle policy", () => {
  const rulesOf = (definition: object) =>
    resolved(definition).rules.map(({ action, include, filter }) => ({ action, include, filter }));

  test("includes snapshots only if it deletes AMIs", () => {
    const rules = [
      { action: "deprecate", after: { weeks: 2 } },
      { action: "delete", keep: 5, snapshots: false },
    ];
    expect(rulesOf({ images: ["base"], rules })).toEqual([
      { action: "DEPRECATE", include: { amis: true }, filter: { type: "AGE", value: 2, unit: "WEEKS" } },
      { action: "DELETE", include: { amis: true, snapshots: false }, filter: { type: "COUNT", value: 5 } },
    ]);
  });

  test("includes container images if the policy is for containers", () => {
    const rules = [{ action: "delete", after: { years: 1 }, retainAtLeast: 3, containers: false }];
    expect(rulesOf({ containers: ["app"], rules })).toEqual([
      {
        action: "DELETE",
        include: { containers: false },
        filter: { type: "AGE", value: 1, unit: "YEARS", retainAtLeast: 3 },
      },
    ]);
  });

  test("excludes AMIs that were launched within a period, if one is set", () => {
    const amis = { public: true, regions: ["eu-west-1"], sharedAccounts: ["111122223333"], tags: { keep: "yes" } };
    const excluded = (more: object) =>
      resolved({ images: ["base"], exclude: { amis: { ...amis, ...more } } }).rules[0]?.exclude;
    expect(excluded({})).toEqual({ tags: {}, amis });
    expect(excluded({ launchedWithin: { days: 30 } })).toEqual({
      tags: {},
      amis: { ...amis, lastLaunched: { value: 30, unit: "DAYS" } },
    });
  });
});

test("rules exclude what the policy does, unless they say it themselves", () => {
  const rules = [
    { action: "deprecate", keep: 5 },
    { action: "delete", keep: 10, exclude: { amis: { public: true } } },
    { action: "disable", keep: 7, exclude: {} },
  ];
  const { rules: found } = resolved({ images: ["base"], rules, exclude: { tags: { keep: "yes" } } });
  expect(found.map(({ exclude: { tags, amis } }) => [tags, amis?.public])).toEqual([
    [{ keep: "yes" }, undefined],
    [{}, true],
    [{}, undefined],
  ]);
});
