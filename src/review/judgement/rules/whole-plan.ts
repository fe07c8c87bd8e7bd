import type { ReviewRule } from "../review-rule";

const create = {
  address: "aws_sqs_queue.example",
  type: "aws_sqs_queue",
  name: "example",
  change: { actions: ["create"], before: null, after: {} },
};

const planIncomplete: ReviewRule = {
  code: "plan-incomplete",
  class: "attention",
  summary: "Terraform failed while it planned, or the plan is incomplete: the missing part has not been reviewed.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format#plan-representation",
  fail: { complete: false },
  pass: { complete: true },
  find: ({ plan, drifted }) => {
    if (drifted) return [];
    if (plan.errored) return [{ message: "Terraform failed while it made this plan" }];
    return plan.complete ? [] : [{ message: "the plan is not all: another one is needed after it is applied" }];
  },
};

const changeDeferred: ReviewRule = {
  code: "change-deferred",
  class: "attention",
  summary: "Terraform defers a change until more is known: the change has not been reviewed.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format#plan-representation",
  fail: { deferred_changes: [{ reason: "resource_config_unknown", resource_change: create }] },
  pass: { deferred_changes: [] },
  find: ({ plan, drifted }) =>
    drifted
      ? []
      : plan.deferred.map(({ address, reason }) => ({
          address,
          message: `it is put off (${reason.replaceAll("_", " ")})`,
        })),
};

const checkFailed: ReviewRule = {
  code: "check-failed",
  class: "attention",
  summary:
    "A check block, precondition or postcondition of the configuration failed. Terraform applies the plan anyway.",
  source: "https://developer.hashicorp.com/terraform/language/checks",
  fail: {
    checks: [
      {
        address: { to_display: "check.health" },
        status: "fail",
        instances: [{ problems: [{ message: "the service does not answer" }] }],
      },
    ],
  },
  pass: { checks: [{ address: { to_display: "check.health" }, status: "pass" }] },
  find: ({ plan, drifted }) =>
    drifted
      ? []
      : plan.failedChecks.map(({ address, status, problems }) => ({
          message: `${address} ${status === "fail" ? "has failed" : "could not be evaluated"}${problems.length === 0 ? "" : `: ${problems.join("; ")}`}`,
        })),
};

const actionUnknown: ReviewRule = {
  code: "action-unknown",
  class: "attention",
  summary: "The plan contains an action that this version of the review does not know.",
  source: "https://developer.hashicorp.com/terraform/internals/json-format#change-representation",
  fail: { resource_changes: [{ ...create, change: { actions: ["teleport"] } }] },
  pass: { resource_changes: [create] },
  find: ({ changes }) =>
    changes
      .filter(({ action }) => action === "unknown")
      .map(({ address }) => ({ address, message: "what Terraform would do with it is not known here" })),
};

const resourceForgotten: ReviewRule = {
  code: "resource-forgotten",
  class: "attention",
  summary: "Terraform forgets a resource that stays in AWS: from then on no Terraform changes, secures or deletes it.",
  source: "https://developer.hashicorp.com/terraform/language/resources/syntax#removing-resources",
  fail: { resource_changes: [{ ...create, change: { actions: ["forget"], before: { name: "jobs" }, after: null } }] },
  pass: { resource_changes: [create] },
  find: ({ changes }) =>
    changes
      .filter(({ action }) => action === "forget")
      .map(({ address }) => ({ address, message: "it leaves the state and stays in AWS" })),
};

const argumentOverridden: ReviewRule = {
  code: "argument-overridden",
  class: "attention",
  summary:
    "A resource changes whose arguments the environment overrides: no check of this project covers these arguments.",
  source: "https://developer.hashicorp.com/terraform/cdktf/concepts/resources#escape-hatch",
  fail: {
    resource_changes: [create],
    output_changes: {
      overridden_arguments: { actions: ["no-op"], before: null, after: { "aws_sqs_queue.example": ["fifo_queue"] } },
    },
  },
  pass: {
    resource_changes: [create],
    output_changes: {
      overridden_arguments: { actions: ["no-op"], before: null, after: { "aws_sqs_queue.other": ["fifo_queue"] } },
    },
  },
  find: ({ changes, plan, drifted }) =>
    drifted
      ? []
      : changes
          .filter(({ action }) => action === "create" || action === "update" || action === "replace")
          .flatMap(({ address }) => {
            const names = plan.overridden.get(address) ?? [];
            return names.length === 0
              ? []
              : [{ address, message: `${names.join(", ")} overridden by the environment` }];
          }),
};

export const wholePlanRules = [
  planIncomplete,
  changeDeferred,
  checkFailed,
  actionUnknown,
  resourceForgotten,
  argumentOverridden,
];
