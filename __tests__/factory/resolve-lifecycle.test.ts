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
  });
});

test("rules say what they are for, after which time, and how many stay", () => {
  const rules = [
    { action: "deprecate", after: { weeks: 2 } },
    { action: "delete", keep: 5, snapshots: false },
  ];
  expect(resolved({ images: ["base"], rules }).rules).toMatchObject([
    { action: "DEPRECATE", include: { amis: true }, filter: { type: "AGE", value: 2, unit: "WEEKS" } },
    { action: "DELETE", include: { amis: true, snapshots: false }, filter: { type: "COUNT", value: 5 } },
  ]);
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
