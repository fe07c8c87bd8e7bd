import { LogGroups } from "../../src/constructs/log-groups";
import { logGroupsOf } from "../../src/factory/log-groups";
import { emptyFactory, resourcesOf } from "../helpers/synthesised";

const { names } = emptyFactory;
const builds = [{ id: "linux-base", schedule: "manual" } as const];
const key = "arn:aws:kms:us-east-1:123456789012:key/1";
const groupsWith = (settings: ConstructorParameters<typeof LogGroups>[2]["settings"]) =>
  resourcesOf((stack) => new LogGroups(stack, "groups", { groups: logGroupsOf("linux-base", builds, names), settings }))
    .aws_cloudwatch_log_group;

test("they are the groups that Image Builder logs builds and runs of the pipeline to, with an end to their entries", () => {
  expect(groupsWith({ retentionDays: 90 })).toEqual({
    "linux-base": { name: "/aws/imagebuilder/linux-base", retention_in_days: 90 },
    "_pipeline-linux-base": { name: "/aws/imagebuilder/pipeline/linux-base", retention_in_days: 90 },
  });
});

test("they may have a key", () => {
  const encrypted: unknown = expect.objectContaining({ kms_key_id: key });
  expect(groupsWith({ retentionDays: 7, kmsKey: key })).toEqual({
    "linux-base": encrypted,
    "_pipeline-linux-base": encrypted,
  });
});

test("a name that no log group can have has none", () => {
  expect(logGroupsOf("Linux base", builds, names)).toEqual([]);
});

const addresses = (...of: Parameters<typeof logGroupsOf>[1]) =>
  logGroupsOf("linux-base", of, names).map(({ address, name }) => [address, name]);

test("each further pipeline has one", () => {
  expect(addresses(...builds, { id: "linux-base_weekly", key: "weekly", schedule: "manual" })).toEqual([
    ["linux-base", "/aws/imagebuilder/linux-base"],
    ["_pipeline-linux-base", "/aws/imagebuilder/pipeline/linux-base"],
    ["_pipeline-linux-base_weekly", "/aws/imagebuilder/pipeline/linux-base-weekly"],
  ]);
});

test("where Terraform alone builds the image, there is none of a pipeline, and where nobody does, none at all", () => {
  expect(addresses({ id: "linux-base", schedule: "no-pipeline" })).toEqual([
    ["linux-base", "/aws/imagebuilder/linux-base"],
  ]);
  expect(addresses()).toEqual([]);
});
