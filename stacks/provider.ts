import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";

import { oncePerText } from "../src/collections/once-per";
import { literal, literals, optionalLiteral } from "../src/constructs/terraform-literal";
import type { ResolvedStack } from "../src/factory/resolved-stack";

type ProviderProps = Pick<ResolvedStack, "place" | "tags" | "deployment">;

/** Returns the provider of a region, or undefined for the region of the stack. */
export type Providers = (region: string) => AwsProvider | undefined;

/** Creates the AWS provider of a stack. Returns a function that creates the provider of another region on first use. */
export function createProviders(
  stack: TerraformStack,
  { providerVersion, ...props }: ProviderProps & Pick<ResolvedStack, "providerVersion">,
): Providers {
  createProvider(stack, "aws", props);
  stack.addOverride("terraform.required_providers.aws.version", providerVersion);
  const { place } = props;
  return oncePerText((region) =>
    region === place.region
      ? undefined
      : createProvider(stack, `aws-${region}`, { ...props, place: { ...place, region } }, region),
  );
}

/** Creates an AWS provider. It refuses credentials of other accounts, and tags all resources. */
function createProvider(
  stack: TerraformStack,
  id: string,
  { place, tags, deployment = {} }: ProviderProps,
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
