import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../load-project";
import { checkSchedules, scheduleRules } from "./schedule";

export const settingRules: readonly Rule[] = [...scheduleRules];

/** Combinations of settings that the AWS provider lets through and the service refuses, at the line of the user. */
export function checkSettings(project: Project): Problem[] {
  const environments = [...project.environments.values()];
  return environments.flatMap((definition) =>
    definition.value === undefined ? [] : [...checkSchedules(definition, definition.value, project)],
  );
}
