import { type Problem, uniqueBy } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { Project } from "../../project/load-project";
import { recipesOf } from "../recipes/recipes";
import { amiNameRules, checkAmiNames } from "./ami-names";
import { bucketRules, checkBuckets } from "./buckets";
import { checkDeployment, deploymentAccount } from "./deployment";
import { checkEncryptedRoots, rootDeviceUnknown } from "./encrypted-roots";
import { checkExports, exportRules } from "./exports";
import { checkInfrastructureNames, infrastructureName } from "./infrastructure-names";
import { checkInstanceTypes, instanceRules } from "./instance-types";
import { checkKeyAliases, keyAliasTwice } from "./key-aliases";
import { checkLifecycle, lifecycleRules } from "./lifecycle";
import { checkLifecycleCounts, lifecycleCount } from "./lifecycle-count";
import { checkLifecycleTags, lifecycleTags } from "./lifecycle-tags";
import { checkLogGroups, logGroupName } from "./log-groups";
import { checkManagedComponents, managedComponentRules } from "./managed-components";
import { checkNames, nameRules } from "./names";
import { checkOutputs, type OutputOwner, outputRules } from "./outputs";
import { checkParents, parentRules } from "./parents";
import { checkPlacement, placementRules } from "./placement";
import { checkPlaces, checkRecipePlaces, placeRules } from "./places";
import { checkPolicyCounts, policyCount } from "./policy-count";
import { checkProviderVersion, providerVersion } from "./provider-version";
import { checkRegionsTwice, duplicateRegion } from "./regions-twice";
import { checkRepositories, checkSharedRepositories, repositoryRules } from "./repositories";
import { checkRoles, roleRules } from "./roles";
import { checkRootVolumes, rootVolumeRules } from "./root-volumes";
import { checkSchedules, scheduleRules } from "./schedule";
import { checkSharing, sharingRules } from "./sharing";
import { checkRecipeTags, checkTags, tagRules } from "./tags";
import { checkStateFiles, stateFileRules } from "./state-files";
import { checkStates, stateRules } from "./states";
import { checkTopics, topicRules } from "./topics";
import { checkRecipeVariables, checkVariables, imageBuilderVariable } from "./variables";
import { checkVolumeTypes, volumeRules } from "./volumes";
import { checkOverrides } from "../terraform/overrides";
import { checkTerraformVersion, terraformVersion } from "../terraform/terraform-version";

export const settingRules: readonly Rule[] = [
  ...scheduleRules,
  ...instanceRules,
  ...nameRules,
  infrastructureName,
  logGroupName,
  ...placementRules,
  ...volumeRules,
  ...rootVolumeRules,
  ...placeRules,
  providerVersion,
  terraformVersion,
  ...roleRules,
  policyCount,
  ...bucketRules,
  ...stateRules,
  ...stateFileRules,
  deploymentAccount,
  keyAliasTwice,
  ...topicRules,
  duplicateRegion,
  ...amiNameRules,
  rootDeviceUnknown,
  ...sharingRules,
  ...exportRules,
  ...outputRules,
  ...repositoryRules,
  ...lifecycleRules,
  lifecycleCount,
  lifecycleTags,
  ...tagRules,
  imageBuilderVariable,
  ...parentRules,
  ...managedComponentRules,
];

/** Combinations of settings that the AWS provider lets through and the service refuses, at the line of the user. */
export function checkSettings(project: Project): Problem[] {
  const recipes = recipesOf(project);
  const ofRecipes = recipes.flatMap((recipe) => [
    ...checkVolumeTypes(recipe),
    ...checkRootVolumes(recipe, project),
    ...checkRecipePlaces(recipe, project),
    ...checkRecipeTags(recipe),
    ...checkRecipeVariables(recipe),
    ...checkParents(recipe),
    ...checkManagedComponents(recipe),
  ]);
  const owners = new Map<string, OutputOwner>();
  const ofEnvironments = [...project.environments].flatMap(([name, definition]) => {
    const { value } = definition;
    if (value === undefined) return [];
    return [
      ...checkSchedules(definition, value, recipes),
      ...checkInstanceTypes(definition, value, recipes),
      ...checkInfrastructureNames(definition, value),
      ...checkLogGroups(definition, value),
      ...checkPlacement(definition, value, recipes),
      ...checkPlaces(definition, value),
      ...checkProviderVersion(definition, value),
      ...checkRoles(definition, value),
      ...checkPolicyCounts(definition, value, project),
      ...checkDeployment(definition, value),
      ...checkTopics(definition, value),
      ...checkRegionsTwice(definition, value),
      ...checkAmiNames(definition, value),
      ...checkEncryptedRoots(name, value, project),
      ...checkSharing(definition, value, project),
      ...checkExports(definition, value, project),
      ...checkOutputs(definition, value, project, owners),
      ...checkRepositories(definition, value, recipes),
      ...checkLifecycle(definition, value),
      ...checkLifecycleCounts(definition, value, project),
      ...checkLifecycleTags(definition, value, project),
      ...checkTags(definition, value, project),
      ...checkVariables(definition, value),
      ...checkOverrides(definition, value),
      ...checkTerraformVersion(definition, value),
    ];
  });
  const found = [
    ...ofRecipes,
    ...ofEnvironments,
    ...checkBuckets(project),
    ...checkSharedRepositories(project),
    ...checkStates(project),
    ...checkStateFiles(project),
    ...checkKeyAliases(project),
    ...checkNames(project),
  ];
  // What concerns several images, such as the key of an environment, is found for each of them.
  return uniqueBy(found, ({ file, line, column, code }) => [file, line, column, code].join(":"));
}
