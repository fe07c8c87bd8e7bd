import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../load-project";
import { checkInstanceTypes, instanceRules } from "./instance-types";
import { checkParents, parentRules } from "./parents";
import { checkImagePlaces, checkPlaces, placeRules } from "./places";
import { checkSchedules, scheduleRules } from "./schedule";
import { checkSharing, sharingRules } from "./sharing";
import { checkImageTags, checkTags, tagRules } from "./tags";
import { checkVolumeTypes, volumeRules } from "./volumes";

export const settingRules: readonly Rule[] = [
  ...scheduleRules,
  ...instanceRules,
  ...volumeRules,
  ...placeRules,
  ...sharingRules,
  ...tagRules,
  ...parentRules,
];

/** Combinations of settings that the AWS provider lets through and the service refuses, at the line of the user. */
export function checkSettings(project: Project): Problem[] {
  const images = [...project.images].flatMap(([name, definition]) => {
    const { value } = definition;
    if (value === undefined) return [];
    return [
      ...checkVolumeTypes(definition, value, project),
      ...checkImagePlaces(name, definition, value, project),
      ...checkImageTags(definition, value),
      ...checkParents(definition, value, project),
    ];
  });
  const environments = [...project.environments.values()].flatMap((definition) => {
    const { value } = definition;
    if (value === undefined) return [];
    return [
      ...checkSchedules(definition, value, project),
      ...checkInstanceTypes(definition, value, project),
      ...checkPlaces(definition, value),
      ...checkSharing(definition, value),
      ...checkTags(definition, value, project),
    ];
  });
  return [...images, ...environments];
}
