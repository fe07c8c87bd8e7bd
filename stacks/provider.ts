import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";

import type { Place } from "../src/aws/place";
import { literal, literals, optionalLiteral } from "../src/constructs/terraform-literal";
import type { Deployment } from "../src/definitions/schema/deployment";
import type { Tags } from "../src/factory/tags";

export interface ProviderProps {
  readonly place: Place;
  readonly tags: Tags;
  /** A Terraform version constraint. */
  readonly providerVersion: string;
  readonly deployment?: Deployment;
}

/** Creates the AWS provider of a stack. It refuses credentials of other accounts, and tags all resources. */
export function createProvider(stack: TerraformStack, props: ProviderProps): void {
  createAwsProvider(stack, "aws", props);
  stack.addOverride("terraform.required_providers.aws.version", props.providerVersion);
}

/** Returns the provider of a region, or undefined for the region of the stack. */
export type Providers = (region: string) => AwsProvider | undefined;

/** Returns a function that creates the provider of another region on first use. */
export function createProviders(stack: TerraformStack, { place, ...props }: ProviderProps): Providers {
  const created = new Map<string, AwsProvider>();
  return (region) => {
    if (region === place.region) return undefined;
    const provider =
      created.get(region) ??
      createAwsProvider(stack, `aws-${region}`, { ...props, place: { ...place, region } }, region);
    created.set(region, provider);
    return provider;
  };
}

function createAwsProvider(
  stack: TerraformStack,
  id: string,
  { place, tags, deployment = {} }: Omit<ProviderProps, "providerVersion">,
  alias?: string,
): AwsProvider {
  const { profile, role } = deployment;
  return new AwsProvider(stack, id, {
    alias,
    region: place.region,
    // If a role is assumed, this is its account.
    allowedAccountIds: [place.account],
    profile: optionalLiteral(profile),
    assumeRole: role && [
      {
        roleArn: literal(role.arn),
        externalId: optionalLiteral(role.externalId),
        sessionName: optionalLiteral(role.sessionName),
      },
    ],
    defaultTags: Object.keys(tags).length === 0 ? undefined : [{ tags: literals(tags) }],
  });
}
