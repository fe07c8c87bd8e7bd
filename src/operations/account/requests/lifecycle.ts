import type { CreateLifecyclePolicyCommandInput } from "@aws-sdk/client-imagebuilder";

import { nonEmpty, nonEmptyMap } from "../../../collections/non-empty";
import type { LifecyclePolicy, LifecycleRule } from "../../../factory/lifecycle-policy";
import { type DryRun, freeName } from "./request";

/** Builds the request for a lifecycle policy. @param executionRole ARN of the role */
export function lifecycleRequest(
  { name, description, enabled, resourceType, selection, rules }: LifecyclePolicy,
  executionRole: string,
): DryRun<CreateLifecyclePolicyCommandInput> {
  return {
    name: freeName(name),
    description,
    status: enabled ? "ENABLED" : "DISABLED",
    executionRole,
    resourceType,
    resourceSelection:
      "tags" in selection
        ? { tagMap: { ...selection.tags } }
        : { recipes: selection.recipes.map((recipe) => ({ name: recipe.name, semanticVersion: recipe.version })) },
    policyDetails: rules.map(policyDetail),
  };
}

function policyDetail({ action, include, filter, exclude: { tags, amis } }: LifecycleRule) {
  const tagMap = nonEmptyMap(tags);
  return {
    action: { type: action, includeResources: { ...include } },
    filter: { ...filter },
    exclusionRules:
      tagMap === undefined && amis === undefined
        ? undefined
        : {
            tagMap,
            amis: amis && {
              isPublic: amis.public,
              regions: nonEmpty(amis.regions),
              sharedAccounts: nonEmpty(amis.sharedAccounts),
              lastLaunched: amis.lastLaunched,
              tagMap: nonEmptyMap(amis.tags),
            },
          },
  };
}
