import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";

import { literals } from "../src/constructs/terraform-literal";
import type { Place } from "../src/factory/arn";
import type { Tags } from "../src/factory/tags";

export interface ProviderProps {
  readonly place: Place;
  readonly tags: Tags;
  /** A Terraform version constraint. */
  readonly providerVersion: string;
}

/** The AWS provider of a stack: it refuses the credentials of any other account, and tags all that it makes. */
export function useProvider(stack: TerraformStack, { place, tags, providerVersion }: ProviderProps): void {
  new AwsProvider(stack, "aws", {
    region: place.region,
    allowedAccountIds: [place.account],
    defaultTags: Object.keys(tags).length === 0 ? undefined : [{ tags: literals(tags) }],
  });
  stack.addOverride("terraform.required_providers.aws.version", providerVersion);
}
