import type { Image } from "@aws-sdk/client-imagebuilder";

/** What a build that succeeded has left behind. */
export interface Delivered {
  readonly amis: readonly { readonly id: string; readonly region: string; readonly account: string }[];
  readonly containers: readonly { readonly uri: string; readonly region: string }[];
  /** SSM parameters that got the AMI id. */
  readonly parameters: readonly { readonly name: string; readonly region: string; readonly account?: string }[];
  /** Launch templates that got a new version. */
  readonly launchTemplates: readonly {
    readonly id: string;
    readonly region: string;
    readonly account?: string;
    readonly isDefault: boolean;
  }[];
}

/** As the service says: its outputs, and the distribution that it was built with. */
export function deliveredBy({ outputResources, distributionConfiguration }: Image): Delivered {
  const distributions = distributionConfiguration?.distributions ?? [];
  return {
    amis: (outputResources?.amis ?? []).map(({ image: id = "", region = "", accountId: account = "" }) => ({
      id,
      region,
      account,
    })),
    containers: (outputResources?.containers ?? []).flatMap(({ imageUris = [], region = "" }) =>
      imageUris.map((uri) => ({ uri, region })),
    ),
    parameters: distributions.flatMap(({ region = "", ssmParameterConfigurations = [] }) =>
      ssmParameterConfigurations.map(({ parameterName: name = "", amiAccountId: account }) => ({
        name,
        region,
        account,
      })),
    ),
    launchTemplates: distributions.flatMap(({ region = "", launchTemplateConfigurations = [] }) =>
      launchTemplateConfigurations.map(
        ({ launchTemplateId: id = "", accountId: account, setDefaultVersion = false }) => ({
          id,
          region,
          account,
          isDefault: setDefaultVersion,
        }),
      ),
    ),
  };
}
