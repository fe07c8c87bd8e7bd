import { LifecyclePolicy } from "../../src/constructs/lifecycle-policy";
import type { LifecyclePolicy as LifecyclePolicyModel, LifecycleRule } from "../../src/factory/lifecycle-policy";
import { resourcesOf } from "../helpers/synthesised";

const rule: LifecycleRule = {
  action: "DELETE",
  include: { amis: true, snapshots: true },
  filter: { type: "COUNT", value: 5 },
  exclude: { tags: {} },
};
const required: LifecyclePolicyModel = {
  id: "superseded",
  tags: {},
  name: "superseded",
  enabled: true,
  resourceType: "AMI_IMAGE",
  selection: { recipes: [{ name: "base", version: "1.0.0" }] },
  rules: [rule],
};
const policyWith = (policy: Partial<LifecyclePolicyModel>) =>
  resourcesOf(
    (stack) =>
      new LifecyclePolicy(stack, "policy", { policy: { ...required, ...policy }, executionRoleArn: "arn:role" }),
  ).aws_imagebuilder_lifecycle_policy?.superseded;

test("with required props, nothing is left alone and the status is written out", () => {
  expect(policyWith({})).toEqual({
    name: "superseded",
    status: "ENABLED",
    execution_role: "arn:role",
    resource_type: "AMI_IMAGE",
    policy_detail: [
      {
        action: [{ type: "DELETE", include_resources: [{ amis: true, snapshots: true, containers: false }] }],
        filter: [{ type: "COUNT", value: 5 }],
      },
    ],
    resource_selection: [{ recipe: [{ name: "base", semantic_version: "1.0.0" }] }],
  });
});

test("with all props, every text reaches AWS as it is written", () => {
  const policy = policyWith({
    description: "Old ${x}",
    enabled: false,
    selection: {
      recipes: [
        { name: "base", version: "1.0.1" },
        { name: "base", version: "1.0.0" },
      ],
    },
    rules: [
      {
        action: "DEPRECATE",
        include: { amis: true },
        filter: { type: "AGE", value: 30, unit: "DAYS" },
        exclude: { tags: {} },
      },
      {
        action: "DELETE",
        include: { amis: true, snapshots: false },
        filter: { type: "AGE", value: 6, unit: "MONTHS", retainAtLeast: 3 },
        exclude: {
          tags: { keep: "${x}" },
          amis: {
            public: true,
            regions: ["eu-west-1"],
            sharedAccounts: ["111122223333"],
            lastLaunched: { value: 2, unit: "WEEKS" },
            tags: { hold: "%{x}" },
          },
        },
      },
    ],
  });
  expect(policy).toEqual({
    name: "superseded",
    description: "Old $${x}",
    status: "DISABLED",
    execution_role: "arn:role",
    resource_type: "AMI_IMAGE",
    policy_detail: [
      {
        action: [{ type: "DEPRECATE", include_resources: [{ amis: true, snapshots: false, containers: false }] }],
        filter: [{ type: "AGE", value: 30, unit: "DAYS" }],
      },
      {
        action: [{ type: "DELETE", include_resources: [{ amis: true, snapshots: false, containers: false }] }],
        filter: [{ type: "AGE", value: 6, unit: "MONTHS", retain_at_least: 3 }],
        exclusion_rules: [
          {
            tag_map: { keep: "$${x}" },
            amis: [
              {
                is_public: true,
                regions: ["eu-west-1"],
                shared_accounts: ["111122223333"],
                last_launched: [{ value: 2, unit: "WEEKS" }],
                tag_map: { hold: "%%{x}" },
              },
            ],
          },
        ],
      },
    ],
    resource_selection: [
      {
        recipe: [
          { name: "base", semantic_version: "1.0.1" },
          { name: "base", semantic_version: "1.0.0" },
        ],
      },
    ],
  });
});

test("whether public AMIs are left alone is said even where they are not", () => {
  const amis = { public: false, regions: [], sharedAccounts: [], tags: {} };
  expect(policyWith({ rules: [{ ...rule, exclude: { tags: {}, amis } }] })).toMatchObject({
    policy_detail: [{ exclusion_rules: [{ amis: [{ is_public: false }] }] }],
  });
});

test("it may go by tags, and by those of containers", () => {
  expect(
    policyWith({
      resourceType: "CONTAINER_IMAGE",
      selection: { tags: { team: "${x}" } },
      rules: [{ ...rule, include: { containers: true } }],
    }),
  ).toMatchObject({
    resource_type: "CONTAINER_IMAGE",
    policy_detail: [{ action: [{ include_resources: [{ amis: false, snapshots: false, containers: true }] }] }],
    resource_selection: [{ tag_map: { team: "$${x}" } }],
  });
});
