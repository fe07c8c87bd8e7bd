import { freshService } from "../fresh-service";

const rule = (type: string, filter: object = { type: "AGE", value: 6, unit: "MONTHS" }, more: object = {}) => ({
  action: { type },
  filter,
  ...more,
});
const policy = {
  name: "old-images",
  executionRole: "lifecycle",
  resourceType: "AMI_IMAGE",
  policyDetails: [rule("DELETE")],
  resourceSelection: { tagMap: { team: "a" } },
};
const create = (change: object) => freshService().call("CreateLifecyclePolicy", { ...policy, ...change });
const recipes = [{ name: "base", semanticVersion: "1.0.0" }];
const count = { type: "COUNT", value: 5 };

test.each<[string, object]>([
  ["by tag", {}],
  ["by recipe", { resourceSelection: { recipes } }],
  ["with each action once", { policyDetails: ["DEPRECATE", "DISABLE", "DELETE"].map((type) => rule(type)) }],
  ["that keeps some", { policyDetails: [rule("DISABLE", { type: "AGE", value: 1, unit: "YEARS", retainAtLeast: 3 })] }],
  ["by count", { policyDetails: [rule("DELETE", count)] }],
  ["for containers", { resourceType: "CONTAINER_IMAGE", policyDetails: [rule("DELETE", count)] }],
])("a policy %s is accepted", async (_title, change) => {
  expect(await create(change)).toMatchObject({ status: 200 });
});

test.each<[string, object, string]>([
  [
    "both recipes and tags",
    { resourceSelection: { recipes, tagMap: { a: "b" } } },
    "exactly one of recipes and tagMap",
  ],
  ["neither recipes nor tags", { resourceSelection: {} }, "exactly one of recipes and tagMap"],
  ["an age without unit", { policyDetails: [rule("DELETE", { type: "AGE", value: 6 })] }, "AGE needs a unit"],
  ["a count with unit", { policyDetails: [rule("DELETE", { ...count, unit: "DAYS" })] }, "neither unit nor"],
  ["a count that keeps some", { policyDetails: [rule("DELETE", { ...count, retainAtLeast: 1 })] }, "neither unit nor"],
  ["a count that deprecates", { policyDetails: [rule("DEPRECATE", count)] }, "COUNT goes with the action DELETE"],
  ["an action twice", { policyDetails: [rule("DELETE"), rule("DELETE", count)] }, "Each action can be there once"],
  [
    "four rules",
    { policyDetails: ["DEPRECATE", "DISABLE", "DELETE", "DELETE"].map((type) => rule(type)) },
    "less than or equal to 3",
  ],
  ["no rule", { policyDetails: [] }, "greater than or equal to 1"],
  [
    "a container that is deprecated",
    { resourceType: "CONTAINER_IMAGE", policyDetails: [rule("DEPRECATE")] },
    "takes the action DELETE",
  ],
  [
    "containers in a policy for AMIs",
    { policyDetails: [{ ...rule("DELETE"), action: { type: "DELETE", includeResources: { containers: true } } }] },
    "does not include containers",
  ],
  [
    "snapshots in a policy for containers",
    {
      resourceType: "CONTAINER_IMAGE",
      policyDetails: [{ ...rule("DELETE"), action: { type: "DELETE", includeResources: { snapshots: true } } }],
    },
    "does not include amis or snapshots",
  ],
  [
    "AMI exclusions in a policy for containers",
    {
      resourceType: "CONTAINER_IMAGE",
      policyDetails: [rule("DELETE", count, { exclusionRules: { amis: { isPublic: true } } })],
    },
    "no exclusion rules for amis",
  ],
])("a policy with %s is refused", async (_title, change, message) => {
  const answer = await create(change);
  expect(answer.status).toBe(400);
  expect(answer.body.message).toContain(message);
});

test("a policy is checked when it is updated as well", async () => {
  const api = freshService();
  const { body } = await api.call("CreateLifecyclePolicy", policy);
  const input = { ...policy, name: undefined, policyDetails: [rule("DELETE", { type: "AGE", value: 6 })] };
  expect(
    await api.call("UpdateLifecyclePolicy", { ...input, lifecyclePolicyArn: body.lifecyclePolicyArn }),
  ).toMatchObject({ error: "InvalidParameterCombinationException" });
});
