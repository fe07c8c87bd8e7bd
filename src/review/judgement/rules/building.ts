import { listOf } from "../../../problems/suggest";
import type { Change } from "../../plan/plan";
import { at, isEmpty, listAt, numberAt, textAt, type Value } from "../../plan/value";
import { unchanged, updated } from "../examples";
import { eachChange, type ReviewRule } from "../review-rule";

const pipelineType = "aws_imagebuilder_image_pipeline";
const lifecycleType = "aws_imagebuilder_lifecycle_policy";
const weekly = [{ schedule_expression: "cron(0 4 ? * SUN *)", timezone: "UTC" }];
const nightly = [{ schedule_expression: "cron(0 4 * * ? *)", timezone: "UTC" }];

const scheduleRemoved: ReviewRule = {
  code: "schedule-removed",
  class: "attention",
  summary: "A pipeline loses its schedule: its image becomes outdated until somebody starts a build.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html",
  fail: updated(pipelineType, { schedule: weekly }, { schedule: [] }),
  pass: updated(pipelineType, { schedule: weekly }, { schedule: nightly }),
  find: eachChange(({ type, action, before, after }) =>
    type === pipelineType && action !== "delete" && !isEmpty(at(before, "schedule")) && isEmpty(at(after, "schedule"))
      ? ["its schedule is taken away"]
      : [],
  ),
};

const pipelineDisabled: ReviewRule = {
  code: "pipeline-disabled",
  class: "attention",
  summary: "A pipeline is disabled: its schedule does not run, and its image becomes outdated.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_UpdateImagePipeline.html",
  fail: updated(pipelineType, { status: "ENABLED" }, { status: "DISABLED" }),
  pass: updated(pipelineType, { status: "DISABLED" }, { status: "ENABLED" }),
  find: eachChange(({ type, before, after }) =>
    type === pipelineType && textAt(before, "status") === "ENABLED" && textAt(after, "status") === "DISABLED"
      ? ["it is disabled"]
      : [],
  ),
};

const deleteAfter = (days: number) => ({
  status: "ENABLED",
  policy_detail: [{ action: [{ type: "DELETE" }], filter: [{ type: "AGE", value: days, unit: "DAYS" }] }],
  resource_selection: [{ recipe: [{ name: "linux-base" }] }],
});

const lifecycleDeletes: ReviewRule = {
  code: "lifecycle-deletes",
  class: "attention",
  summary:
    "A lifecycle policy deletes images that it did not delete before: it is new or enabled, deletes earlier, or selects more images. Deleted images cannot be restored. A policy that is created together with the recipes that it selects is not reported.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-rules.html",
  fail: updated(lifecycleType, deleteAfter(90), deleteAfter(30)),
  pass: updated(lifecycleType, deleteAfter(30), deleteAfter(90)),
  find: eachChange((change, { changes, channels = [] }) =>
    change.type === lifecycleType && change.action !== "delete" && !comesWithItsRecipes(change, changes)
      ? deletions(change).map((each) => `${each}${unprotected(channels)}`)
      : [],
  ),
};

/** Image Builder knows nothing of channels, which are parameters of Systems Manager. */
function unprotected(channels: readonly string[]): string {
  return channels.length === 0 ? "" : `; the builds that ${listOf(channels)} point at are not left out`;
}

const daysOf: Readonly<Record<string, number>> = { DAYS: 1, WEEKS: 7, MONTHS: 30, YEARS: 365 };

interface Deletion {
  readonly by: string;
  /** Days or images; more is later. */
  readonly limit: number;
  readonly inWords: string;
}

/** Whether it is new, and so is every recipe that it selects; by tags it may select what others have built. */
function comesWithItsRecipes({ action, after }: Change, changes: readonly Change[]): boolean {
  const isNew = (recipe: string): boolean =>
    changes.some(
      (each) =>
        /^aws_imagebuilder_(image|container)_recipe$/.test(each.type) &&
        each.action === "create" &&
        recipe === `recipe ${textAt(each.after, "name") ?? ""}`,
    );
  const selected = [...selection(after)];
  return action === "create" && selected.length > 0 && selected.every(isNew);
}

function deletions({ before, after }: Change): string[] {
  const now = deletion(after);
  if (now === undefined) return [];
  const old = deletion(before);
  if (old === undefined) return [`it deletes images ${now.inWords}`];
  if (old.by !== now.by) return [`it deletes images ${now.inWords}, not ${old.inWords} as before`];
  if (now.limit < old.limit) return [`it deletes images ${now.inWords}, not ${old.inWords} as before`];
  const selected = selection(before);
  const more = [...selection(after)].filter((each) => !selected.has(each));
  return more.length === 0 ? [] : [`it deletes images of ${more.join(", ")}, too`];
}

function deletion(policy: Value): Deletion | undefined {
  if (textAt(policy, "status") === "DISABLED") return undefined;
  for (const detail of listAt(policy, "policy_detail")) {
    if (!listAt(detail, "action").some((action) => textAt(action, "type") === "DELETE")) continue;
    const filter = listAt(detail, "filter")[0] ?? null;
    const value = numberAt(filter, "value") ?? 0;
    const unit = textAt(filter, "unit") ?? "DAYS";
    if (textAt(filter, "type") === "COUNT") return { by: "count", limit: value, inWords: `beyond the newest ${value}` };
    return { by: "age", limit: value * (daysOf[unit] ?? 1), inWords: `after ${value} ${unit.toLowerCase()}` };
  }
  return undefined;
}

/** Names of recipes and tags; another version of the same recipe is no wider selection. */
function selection(policy: Value): Set<string> {
  const selected = listAt(policy, "resource_selection").flatMap((each) => [
    ...listAt(each, "recipe").map((recipe) => `recipe ${textAt(recipe, "name") ?? "?"}`),
    ...Object.entries((at(each, "tag_map") ?? {}) as object).map(([key, value]) => `tag ${key}=${String(value)}`),
  ]);
  return new Set(selected);
}

const accountGuardRemoved: ReviewRule = {
  code: "account-guard-removed",
  class: "attention",
  summary:
    "A generated configuration has no allowed_account_ids: with the credentials of another account, Terraform would create everything there.",
  source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1",
  fail: {
    ...unchanged(pipelineType, { name: "linux-base" }),
    output_changes: { image_pipeline_arns: { actions: ["no-op"] } },
    configuration: {
      provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "us-east-1" } } } },
    },
  },
  pass: {
    ...unchanged(pipelineType, { name: "linux-base" }),
    output_changes: { image_pipeline_arns: { actions: ["no-op"] } },
    configuration: {
      provider_config: {
        aws: { name: "aws", expressions: { allowed_account_ids: { constant_value: ["123456789012"] } } },
      },
    },
  },
  find: ({ plan, drifted }) =>
    // What this project generates has both; plain configurations of others do as they like.
    drifted || !plan.outputs.some(({ name }) => name === "image_pipeline_arns")
      ? []
      : plan.configuration.providers
          .filter(({ name, guardsAccount }) => /^aws(\.|$)/.test(name) && !guardsAccount)
          .map(({ name }) => ({ message: `provider ${name} takes the credentials of any account` })),
};

const versionLineChanged: ReviewRule = {
  code: "version-line-changed",
  class: "attention",
  summary:
    "The version constraint of a provider, the locked provider, or the minor version of Terraform differs from the last apply: the same configuration may have another effect.",
  source: "https://developer.hashicorp.com/terraform/language/providers/requirements#version-constraints",
  fail: {
    terraform_version: "1.12.0",
    previous: { terraformVersion: "1.11.4" },
  },
  pass: {
    terraform_version: "1.11.9",
    previous: { terraformVersion: "1.11.4" },
  },
  find: ({ plan, previous, drifted }) => {
    if (drifted || previous === undefined) return [];
    const { providerVersion, terraformVersion, lockedProvider: locked } = previous;
    const line = (version: string): string => version.split(".").slice(0, 2).join(".");
    const constraint = plan.configuration.providers.find(({ name }) => name === "aws")?.versionConstraint;
    return [
      ...(providerVersion !== undefined && constraint !== undefined && constraint !== providerVersion
        ? [{ message: `the AWS provider's constraint changes from "${providerVersion}" to "${constraint}"` }]
        : []),
      ...(terraformVersion !== undefined && line(terraformVersion) !== line(plan.terraformVersion)
        ? [{ message: `Terraform changes from ${terraformVersion} to ${plan.terraformVersion}` }]
        : []),
      ...(locked !== undefined && locked.before !== locked.after
        ? [{ message: `the locked AWS provider changes from ${locked.before} to ${locked.after}` }]
        : []),
    ];
  },
};

export const buildingRules = [
  scheduleRemoved,
  pipelineDisabled,
  lifecycleDeletes,
  accountGuardRemoved,
  versionLineChanged,
];
