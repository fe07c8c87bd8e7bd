import type { z } from "zod";

import { parseImageBuilderArn } from "../../aws/image-builder-arn";
import { type ManagedWorkflowName, managedWorkflows } from "../../aws/managed-workflows";
import type { builtImage } from "../../definitions/schema/built";
import type { WrittenWorkflow } from "../../definitions/schema/workflows";
import { at, booleanAt, listAt, numberAt, textAt, type Value } from "../../review/plan/value";
import { requiredText } from "../state/required";
import { parametersOf } from "./components-of-recipe";
import type { ImageDraft } from "./draft";

type Built = z.input<typeof builtImage>;

/** Translates the schedule of a pipeline. */
export function scheduleOf(pipeline: Value): Built["schedule"] {
  const schedule = at(pipeline, "schedule", 0);
  const [, cron] = textAt(schedule, "schedule_expression")?.match(/^cron\((.*)\)$/) ?? [];
  if (cron === undefined) return "manual";
  const timezone = textAt(schedule, "timezone");
  const start = textAt(schedule, "pipeline_execution_start_condition");
  return {
    cron,
    ...(timezone === undefined || timezone === "Etc/UTC" ? {} : { timezone }),
    // States always contain a value, even if the old code relied on the default of the service.
    ...(start === "EXPRESSION_MATCH_ONLY" ? {} : { start: "on-updates" }),
  };
}

/** Returns false if a pipeline is disabled. A pipeline that Image Builder has disabled looks the same as one that a user has disabled. */
export function enabledOf(pipeline: Value): boolean | undefined {
  return textAt(pipeline, "status") === "DISABLED" ? false : undefined;
}

type Runs = Pick<ImageDraft, "tests" | "enhancedMetadata" | "workflows">;

/** Returns the run settings of a pipeline, or of an image that Terraform builds, that differ from the defaults. */
export function runsOf(pipeline: Value, workflows: ReadonlyMap<string, string>): Runs {
  const tests = at(pipeline, "image_tests_configuration", 0);
  const enabled = booleanAt(tests, "image_tests_enabled");
  const timeoutMinutes = numberAt(tests, "timeout_minutes");
  const given = {
    ...(enabled === false ? { enabled } : {}),
    ...(timeoutMinutes === undefined || timeoutMinutes === 720 ? {} : { timeoutMinutes }),
  };
  const used = workflowsOf(pipeline, workflows);
  return {
    ...(Object.keys(given).length === 0 ? {} : { tests: given }),
    ...(booleanAt(pipeline, "enhanced_image_metadata_enabled") === false ? { enhancedMetadata: false } : {}),
    ...(used.length === 0 ? {} : { workflows: used }),
  };
}

/** Translates the workflows of a pipeline. The default workflows, which states always contain, are written only if the pipeline has a role. */
function workflowsOf(pipeline: Value, documents: ReadonlyMap<string, string>): WrittenWorkflow[] {
  const references = listAt(pipeline, "workflow").map((use) => workflowReference(use, documents));
  const isDefault = references.every((each) => typeof each === "object" && each.aws !== undefined);
  return isDefault && textAt(pipeline, "execution_role") === undefined ? [] : references;
}

function workflowReference(use: Value, documents: ReadonlyMap<string, string>): WrittenWorkflow {
  const arn = requiredText(use, "workflow_arn");
  const onFailure = textAt(use, "on_failure")?.toLowerCase() as "continue" | "abort" | undefined;
  const parallelGroup = textAt(use, "parallel_group");
  const parameters = parametersOf(use);
  const settings = {
    ...(parameters && { parameters }),
    ...(onFailure && { onFailure }),
    ...(parallelGroup === undefined ? {} : { parallelGroup }),
  };
  const workflow = documents.get(arn);
  if (workflow !== undefined) return Object.keys(settings).length === 0 ? workflow : { workflow, ...settings };
  const { owner, path = [] } = parseImageBuilderArn(arn) ?? {};
  const [stage, name, version] = path;
  const managed = Object.entries(managedWorkflows).find(([known, of]) => known === name && of === stage);
  return managed !== undefined && owner === "aws" && version === "x.x.x"
    ? { aws: managed[0] as ManagedWorkflowName, ...settings }
    : { arn, ...settings };
}
