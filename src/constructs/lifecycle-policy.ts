import {
  ImagebuilderLifecyclePolicy,
  type ImagebuilderLifecyclePolicyPolicyDetail,
} from "@cdktf/provider-aws/lib/imagebuilder-lifecycle-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

import { nonEmpty } from "../collections/non-empty";
import type { LifecyclePolicy as LifecyclePolicyModel, LifecycleRule } from "../factory/lifecycle-policy";
import { terraformName } from "../factory/terraform-name";
import { literal, literals, optionalLiteral } from "./terraform-literal";

export interface LifecyclePolicyProps {
  readonly policy: LifecyclePolicyModel;
  /** ARN of the role that Image Builder assumes to act on images. */
  readonly executionRoleArn: string;
  readonly dependsOn?: ITerraformDependable[];
}

/** A lifecycle policy, which deprecates, disables or deletes superseded images. */
export class LifecyclePolicy extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: LifecyclePolicyProps) {
    super(scope, id);
    const { policy } = props;
    const resource = new ImagebuilderLifecyclePolicy(this, "resource", {
      name: literal(policy.name),
      description: optionalLiteral(policy.description),
      // Always written, because the provider keeps the old value if it is omitted.
      status: policy.enabled ? "ENABLED" : "DISABLED",
      executionRole: props.executionRoleArn,
      resourceType: policy.resourceType,
      policyDetail: policy.rules.map(policyDetail),
      tags: literals(policy.tags),
      resourceSelection: [resourceSelection(policy.selection)],
      dependsOn: props.dependsOn,
    });
    resource.overrideLogicalId(terraformName(policy.id));
    this.arn = resource.arn;
  }
}

function resourceSelection(selection: LifecyclePolicyModel["selection"]) {
  return "tags" in selection
    ? { tagMap: literals(selection.tags) }
    : { recipe: selection.recipes.map(({ name, version }) => ({ name: literal(name), semanticVersion: version })) };
}

function policyDetail({ action, include, filter, exclude }: LifecycleRule): ImagebuilderLifecyclePolicyPolicyDetail {
  return {
    action: [{ type: action, includeResources: [includeResources(include)] }],
    filter: [
      filter.type === "COUNT"
        ? { type: "COUNT", value: filter.value }
        : { type: "AGE", value: filter.value, unit: filter.unit, retainAtLeast: filter.retainAtLeast },
    ],
    exclusionRules: exclusionRules(exclude),
  };
}

/** Returns all three arguments, because the provider fails after an update if one is omitted. */
function includeResources({ amis = false, snapshots = false, containers = false }: LifecycleRule["include"]) {
  return { amis, snapshots, containers };
}

/** Returns the exclusion rules. Undefined if nothing is excluded. */
function exclusionRules({ tags, amis }: LifecycleRule["exclude"]) {
  const tagMap = literals(tags);
  if (tagMap === undefined && amis === undefined) return undefined;
  return [
    {
      tagMap,
      amis: amis && [
        {
          // Always written, because releases of the provider before 6.10 fail after the apply if it is omitted.
          isPublic: amis.public,
          regions: nonEmpty(amis.regions),
          sharedAccounts: nonEmpty(amis.sharedAccounts),
          lastLaunched: amis.lastLaunched && [{ value: amis.lastLaunched.value, unit: amis.lastLaunched.unit }],
          tagMap: literals(amis.tags),
        },
      ],
    },
  ];
}
