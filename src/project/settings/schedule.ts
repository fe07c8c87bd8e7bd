import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { ImageDefinition } from "../../definitions/schema/image";
import type { ComponentReference } from "../../definitions/schema/components";
import type { Problem } from "../../problems/problem";
import { problemOf, type Rule } from "../../problems/rule";
import { nearest } from "../../problems/suggest";
import type { Project } from "../load-project";
import { cronFaults } from "../../schedules/cron";

const scheduled = (schedule: string) => ({
  "environments/dev.yaml": exampleProject.environment.replace("manual", `\n      ${schedule}`),
});
const pinned = exampleProject.image.replace("- aws: update-linux", "- aws: update-linux\n    version: 1.0.2");

export const scheduleCron: Rule = {
  code: "schedule-cron",
  severity: "error",
  summary:
    "A cron expression is not what Image Builder takes: six fields, of which exactly one of the two days is `?`.",
  source: "Image Builder User Guide, cron expressions; API field Schedule.scheduleExpression",
  breaks: scheduled("cron: ▸0 4 * * SUN *"),
  mends: scheduled("cron: 0 4 ? * SUN *"),
};

export const scheduleTimezone: Rule = {
  code: "schedule-timezone",
  severity: "error",
  summary: "A time zone is not in the IANA database, so nobody could say when the pipeline runs.",
  source: "API field Schedule.timezone",
  breaks: scheduled("cron: 0 4 ? * SUN *\n      timezone: ▸Europe/Berlim"),
  mends: scheduled("cron: 0 4 ? * SUN *\n      timezone: Europe/Berlin"),
};

export const scheduleNeverStarts: Rule = {
  code: "schedule-never-starts",
  severity: "error",
  summary: "A pipeline waits for newer versions, but every version in its image is exact, so it never runs.",
  source: "API field Schedule.pipelineExecutionStartCondition: updates are looked for where a version holds x",
  breaks: {
    "images/base.yaml": pinned.replace("x86_64", "x86_64\n  version: 2024.1.5"),
    ...scheduled("cron: 0 4 ? * SUN *\n      start: ▸on-updates"),
  },
  mends: { "images/base.yaml": pinned, ...scheduled("cron: 0 4 ? * SUN *\n      start: on-updates") },
};

export const scheduleRules: readonly Rule[] = [scheduleCron, scheduleTimezone, scheduleNeverStarts];

/** Checks when the pipelines of an environment run. */
export function checkSchedules(
  { source }: Definition<unknown>,
  environment: EnvironmentDefinition,
  project: Project,
): Problem[] {
  return Object.entries(environment.images).flatMap(([name, { schedule }]) => {
    if (schedule === "manual") return [];
    const report = (rule: Rule, key: string, message: string, fix: string) =>
      problemOf(rule, source.file, source.locate(["images", name, "schedule", key]), message, fix);
    const problems = cronFaults(schedule.cron).map(({ message, fix }) => report(scheduleCron, "cron", message, fix));
    if (!isTimezone(schedule.timezone)) {
      const near = nearest(schedule.timezone, timezones);
      const fix =
        near === undefined ? "write an IANA time zone, e.g. Europe/Berlin or Etc/UTC" : `did you mean "${near}"?`;
      problems.push(report(scheduleTimezone, "timezone", `there is no time zone "${schedule.timezone}"`, fix));
    }
    const image = project.images.get(name)?.value;
    if (schedule.start === "on-updates" && image !== undefined && !hasWildcard(image)) {
      const message = `"${name}" has exact versions alone, so a run "on-updates" never starts`;
      const fix = `write always, or a version with x for the parent or a component in images/${name}.yaml`;
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

/** An SSM parameter counts, for the guide does not say that its changes are no updates. */
function hasWildcard({ parent, components }: ImageDefinition): boolean {
  return (
    parent.image !== undefined ||
    parent.ssm !== undefined ||
    (parent.os !== undefined && isOpen(parent.version)) ||
    (parent.arn !== undefined && isOpenArn(parent.arn)) ||
    components.some(isOpenReference)
  );
}

function isOpenReference(reference: ComponentReference): boolean {
  if (typeof reference === "string") return false;
  if (reference.arn !== undefined) return isOpenArn(reference.arn);
  return reference.aws !== undefined && isOpen(reference.version);
}

function isOpen(version: string | undefined): boolean {
  return version === undefined || version.includes("x");
}

/** Of …:component/name/version and …:image/name/version. */
function isOpenArn(arn: string): boolean {
  return isOpen(arn.split("/")[2]);
}
