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
export function useProvider(stack: TerraformStack, props: ProviderProps): void {
  awsProvider(stack, "aws", props);
  stack.addOverride("terraform.required_providers.aws.version", props.providerVersion);
}

/** The same for what the stack makes in another region. */
export function providerOf(region: string, stack: TerraformStack, { place, tags }: ProviderProps): AwsProvider {
  return awsProvider(stack, `aws-${region}`, { place: { ...place, region }, tags }, region);
}

function awsProvider(
  stack: TerraformStack,
  id: string,
  { place, tags }: Pick<ProviderProps, "place" | "tags">,
  alias?: string,
): AwsProvider {
  return new AwsProvider(stack, id, {
    alias,
    region: place.region,
    allowedAccountIds: [place.account],
    defaultTags: Object.keys(tags).length === 0 ? undefined : [{ tags: literals(tags) }],
  });
}
