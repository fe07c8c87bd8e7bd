import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../load-project";
import { checkInstanceTypes, instanceRules } from "./instance-types";
import { checkSchedules, scheduleRules } from "./schedule";
import { checkVolumeTypes, volumeRules } from "./volumes";

export const settingRules: readonly Rule[] = [...scheduleRules, ...instanceRules, ...volumeRules];

/** Combinations of settings that the AWS provider lets through and the service refuses, at the line of the user. */
export function checkSettings(project: Project): Problem[] {
  const images = [...project.images.values()].flatMap((definition) =>
    definition.value === undefined ? [] : checkVolumeTypes(definition, definition.value, project),
  );
  const environments = [...project.environments.values()].flatMap((definition) =>
    definition.value === undefined
      ? []
      : [
          ...checkSchedules(definition, definition.value, project),
          ...checkInstanceTypes(definition, definition.value, project),
        ],
  );
  return [...images, ...environments];
}
