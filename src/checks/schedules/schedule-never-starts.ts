import type { ComponentReference } from "../../model/component-reference";
import type { Parent } from "../../model/parent";
import type { Example } from "../../problems/rule";
import { withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { withSchedule } from "./example";
import { schedulesOf } from "./schedules";

const onUpdates = (parentVersion: string, componentVersion: string, mark = ""): Example => ({
  ...withImage({
    parent: [
      "os: amazon-linux-2023",
      "architecture: x86_64",
      ...(parentVersion === "" ? [] : [`version: ${parentVersion}`]),
    ],
    components: [`aws: update-linux\nversion: ${componentVersion}`],
  }),
  ...withSchedule("cron: 0 4 ? * SUN *", `start: ${mark}on-updates`),
});

const onArns = (parent: string, component: string, mark = ""): Example => ({
  ...withImage({
    parent: [`arn: arn:aws:imagebuilder:us-east-1:123456789012:image/base/${parent}`, "platform: Linux"],
    components: [`arn: arn:aws:imagebuilder:us-east-1:123456789012:component/audit/${component}`],
  }),
  ...withSchedule("cron: 0 4 ? * SUN *", `start: ${mark}on-updates`),
});

export const scheduleNeverStarts: ProjectRule = {
  code: "schedule-never-starts",
  refusedBy: "project",
  summary: "A pipeline waits for newer versions, but every version in its image is exact, so it never runs.",
  source: "API field Schedule.pipelineExecutionStartCondition: updates are looked for where a version holds x",
  fail: [onUpdates("2024.1.5", "1.0.2", "▸"), onArns("1.0.0", "2.0.0", "▸")],
  pass: [
    onUpdates("", "1.0.2"),
    onUpdates("2024.x.x", "1.0.2"),
    onUpdates("2024.1.5", "1.0.x"),
    onArns("1.x.x", "2.0.0"),
    onArns("1.0.0", "2.x.x"),
    { ...onArns("1.0.0", "2.0.0"), ...withSchedule("cron: 0 4 ? * SUN *", "start: always") },
  ],
  eachEnvironment(environment, report, { recipeOf }) {
    for (const { kind, name, path, schedule } of schedulesOf(environment)) {
      const definition = recipeOf(kind, name)?.definition;
      if (schedule.start !== "on-updates" || definition === undefined) continue;
      const { parent, components } = definition;
      if (isOpenParent(parent) || components.some(isOpenReference)) continue;
      const message = `"${name}" has only exact versions, so a run "on-updates" never starts`;
      const fix = `write always, or a version with x for the parent or a component in ${kind}s/${name}.yaml`;
      report([...path, "start"], message, fix);
    }
  },
};

/**
 * Checks whether newer versions of a parent can appear. SSM parameters and registry images count as open, because the User Guide does not
 * say that their changes are no updates.
 */
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

/** Checks whether the version in a component or image ARN (…:component/name/version) is open. */
function isOpenArn(arn: string): boolean {
  return isOpen(arn.split("/")[2]);
}
