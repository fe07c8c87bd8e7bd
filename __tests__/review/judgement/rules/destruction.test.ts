import { created, destroyed, updated } from "../../../../src/review/judgement/examples";
import type { PlanExample } from "../../../../src/review/judgement/review-rule";
import { reviewExample } from "../../example-review";

const shortened = (example: PlanExample): (string | undefined)[] =>
  reviewExample(example)
    .findings.filter(({ code }) => code === "retention-shortened")
    .map(({ message }) => message);

it.each<[string, number | null, number | null, string[]]>([
  ["deletion_window_in_days", 7, null, []],
  ["deletion_window_in_days", null, 7, ["deletion_window_in_days falls from 30 to 7"]],
  ["recovery_window_in_days", 7, 0, ["recovery_window_in_days falls from 7 to 0"]],
  ["retention_in_days", 7, null, []],
  ["retention_in_days", 0, 7, ["retention_in_days falls from for ever to 7"]],
  ["message_retention_seconds", 1_209_600, null, ["message_retention_seconds falls from 1209600 to 345600"]],
  ["snapshot_retention_limit", 7, null, ["snapshot_retention_limit falls from 7 to 0"]],
  ["retention_period", -1, 30, ["retention_period falls from for ever to 30"]],
  ["retention_period", 30, -1, []],
  ["manual_snapshot_retention_period", -1, 7, ["manual_snapshot_retention_period falls from for ever to 7"]],
])("%s from %p to %p counts with the default of AWS", (name, before, after, messages) => {
  expect(shortened(updated("aws_example", { [name]: before }, { [name]: after }))).toEqual(messages);
});

const expiry = { bucket: "images", rule: [{ status: "Enabled", expiration: [{ days: 30 }] }] };
const count = { repository: "images", policy: '{"rules":[{"countNumber":5}]}' };

it("a rule that is created for an existing bucket or repository deletes what is in it", () => {
  expect(shortened(created("aws_s3_bucket_lifecycle_configuration", expiry))).toEqual([
    "objects expire after 30 days, not for ever",
  ]);
  const bucket = created("aws_s3_bucket", { bucket: "images" }).resource_changes ?? [];
  const withBucket = [...bucket, ...(created("aws_s3_bucket_lifecycle_configuration", expiry).resource_changes ?? [])];
  expect(shortened({ resource_changes: withBucket })).toEqual([]);
  expect(shortened(created("aws_ecr_lifecycle_policy", count))).toEqual(["images beyond 5 expire, not for ever"]);
});

it.each(["constructor", "retention_in_days"])("a tag %s is no period", (tag) => {
  expect(shortened(updated("aws_example", { tags: { [tag]: "5" } }, { tags: { [tag]: "3" } }))).toEqual([]);
});

it("the period in a block counts", () => {
  const copies = (days: number) => ({ snapshot_copy: [{ destination_region: "eu-west-1", retention_period: days }] });
  expect(shortened(updated("aws_redshift_cluster", copies(7), copies(3)))).toEqual([
    "retention_period falls from 7 to 3",
  ]);
});

it.each([
  ["aws_s3_bucket", { bucket: "images" }, "aws_s3_bucket_lifecycle_configuration", expiry],
  ["aws_ecr_repository", { name: "images" }, "aws_ecr_lifecycle_policy", count],
])("a rule that is created for an imported %s may be the rule that it has", (type, settings, rule, attributes) => {
  const rules = created(rule, attributes).resource_changes ?? [];
  const ofOwner = (actions: string[], importing?: object): (string | undefined)[] => {
    const change = { actions, before: settings, after: settings, importing };
    return shortened({ resource_changes: [{ address: `${type}.images`, type, change }, ...rules] });
  };
  expect(ofOwner(["no-op"], { id: "images" })).toEqual([]);
  expect(ofOwner(["update"], { id: "images" })).toEqual([]);
  expect(ofOwner(["no-op"])).toHaveLength(1);
});

const repository = (settings: object): string | undefined =>
  reviewExample(destroyed("aws_ecr_repository", { name: "web", ...settings })).findings.find(
    ({ code }) => code === "repository-destroyed",
  )?.message;

it.each([
  ["takes its images along", { force_delete: true }, "the repository goes, with all container images in it"],
  ["stays while it has images", { force_delete: false }, "AWS refuses, for force_delete is not set"],
  ["is not known to have the setting", {}, "AWS refuses unless force_delete is set"],
])("a repository that %s is reported as such", (_, settings, words) => {
  expect(repository(settings)).toContain(words);
});
