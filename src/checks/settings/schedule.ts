import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ComponentReference } from "../../model/component-reference";
import type { Parent } from "../../model/parent";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { nearest } from "../../problems/suggest";
import type { Recipe } from "../recipes/recipes";
import { cronFaults, nextRuns } from "../../schedules/cron";

const scheduled = (schedule: string) => ({
  "environments/dev.yaml": exampleProject.environment.replace("manual", `\n      ${schedule}`),
});
const pinned = exampleProject.image.replace("- aws: update-linux", "- aws: update-linux\n    version: 1.0.2");

export const scheduleCron: Rule = {
  code: "schedule-cron",
  severity: "error",
  summary:
    "A cron expression is not valid for Image Builder. It needs six fields, and exactly one of the two day fields must be `?`.",
  source: "Image Builder User Guide, cron expressions; API field Schedule.scheduleExpression",
  fail: [scheduled("cron: ▸0 4 * * SUN *")],
  pass: [scheduled("cron: 0 4 ? * SUN *")],
};

export const scheduleTimezone: Rule = {
  code: "schedule-timezone",
  severity: "error",
  summary: "A time zone is not in the IANA time zone database.",
  source: "API field Schedule.timezone",
  fail: [scheduled("cron: 0 4 ? * SUN *\n      timezone: ▸Europe/Berlim")],
  pass: [scheduled("cron: 0 4 ? * SUN *\n      timezone: Europe/Berlin")],
};

export const scheduleNeverStarts: Rule = {
  code: "schedule-never-starts",
  severity: "error",
  summary: "A pipeline waits for newer versions, but every version in its image is exact, so it never runs.",
  source: "API field Schedule.pipelineExecutionStartCondition: updates are looked for where a version holds x",
  fail: [
    {
      "images/base.yaml": pinned.replace("x86_64", "x86_64\n  version: 2024.1.5"),
      ...scheduled("cron: 0 4 ? * SUN *\n      start: ▸on-updates"),
    },
  ],
  pass: [{ "images/base.yaml": pinned, ...scheduled("cron: 0 4 ? * SUN *\n      start: on-updates") }],
};

export const schedulePast: Rule = {
  code: "schedule-past",
  severity: "warning",
  summary: "A cron expression describes a time that never comes: a day that no month has, or a year in the past.",
  source: "Image Builder User Guide, cron expressions: the year of a cron expression",
  fail: [scheduled("cron: ▸0 4 30 2 ? *")],
  pass: [scheduled("cron: 0 4 28 2 ? *")],
};

export const scheduleRules: readonly Rule[] = [scheduleCron, scheduleTimezone, scheduleNeverStarts, schedulePast];

/** Before anybody had this rule: there is no clock here. */
const longPast = new Date(Date.UTC(2026, 0, 1));

/** Checks when the pipelines of an environment run. */
export function checkSchedules(
  { source }: Definition<unknown>,
  environment: EnvironmentDefinition,
  recipes: readonly Recipe[],
): Problem[] {
  const built = [
    ...Object.entries(environment.images).map(([name, { schedule }]) => ({ kind: "image" as const, name, schedule })),
    ...Object.entries(environment.containers).map(([name, { schedule }]) => ({
      kind: "container" as const,
      name,
      schedule,
    })),
  ];
  return built.flatMap(({ kind, name, schedule }) => {
    if (schedule === "manual") return [];
    const report = (rule: Rule, key: string, message: string, fix: string) =>
      problemOf(rule, source.file, source.locate([`${kind}s`, name, "schedule", key]), message, fix);
    const problems = cronFaults(schedule.cron).map(({ message, fix }) => report(scheduleCron, "cron", message, fix));
    if (!isTimezone(schedule.timezone)) {
      const near = nearest(schedule.timezone, timezones);
      const fix =
        near === undefined ? "write an IANA time zone, e.g. Europe/Berlin or Etc/UTC" : `did you mean "${near}"?`;
      problems.push(report(scheduleTimezone, "timezone", `there is no time zone "${schedule.timezone}"`, fix));
    }
    if (problems.length === 0 && nextRuns(schedule.cron, schedule.timezone, longPast, 1)?.length === 0)
      problems.push(
        report(
          schedulePast,
          "cron",
          `"${schedule.cron}" names a time that never comes`,
          "write * for the year, or a day that there is",
        ),
      );
    const recipe = recipes.find((each) => each.kind === kind && each.name === name);
    if (schedule.start === "on-updates" && recipe !== undefined && !hasWildcard(recipe)) {
      const message = `"${name}" has only exact versions, so a run "on-updates" never starts`;
      const fix = `write always, or a version with x for the parent or a component in ${kind}s/${name}.yaml`;
      problems.push(report(scheduleNeverStarts, "start", message, fix));
    }
    return problems;
  });
}

const timezones = ["UTC", "GMT", "Etc/UTC", "Etc/GMT", ...Intl.supportedValuesOf("timeZone")];

/** Also the aliases that `Intl` takes but does not list (Asia/Kolkata, US/Eastern); letter case counts for AWS. */
function isTimezone(name: string): boolean {
  if (timezones.includes(name)) return true;
  if (!/^[a-zA-Z0-9]{2,}(\/[a-zA-Z0-9-_+]+)*$/.test(name)) return false;
  if (timezones.some((known) => known.toLowerCase() === name.toLowerCase())) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** An SSM parameter and an image of a registry count, for the guide does not say that their changes are no updates. */
function hasWildcard({ definition: { parent, components } }: Recipe): boolean {
  return isOpenParent(parent) || components.some(isOpenReference);
}

function isOpenParent(parent: Parent): boolean {
  if (parent.from === "os") return isOpen(parent.version);
  if (parent.from === "arn") return isOpenArn(parent.arn);
  return parent.from === "project" || parent.from === "ssm" || parent.from === "registry";
}

function isOpenReference(reference: ComponentReference): boolean {
  if (reference.from === "arn") return isOpenArn(reference.arn);
  return reference.from === "aws" && isOpen(reference.version);
}

function isOpen(version: string | undefined): boolean {
  return version === undefined || version.includes("x");
}

/** Of …:component/name/version and …:image/name/version. */
function isOpenArn(arn: string): boolean {
  return isOpen(arn.split("/")[2]);
}
