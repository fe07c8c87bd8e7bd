import type { Image } from "@aws-sdk/client-imagebuilder";

/** Returns what a successful build has delivered, one line each: its outputs, and the SSM parameters and launch templates of its distribution. */
export function deliveredLines({ outputResources, distributionConfiguration }: Image): string[] {
  const { amis = [], containers = [] } = outputResources ?? {};
  const distributions = distributionConfiguration?.distributions ?? [];
  return [
    ...amis.map(({ image = "", region = "", accountId = "" }) => `AMI ${image}  ${region}  account ${accountId}`),
    ...containers.flatMap(({ imageUris = [] }) => imageUris.map((uri) => `container image ${uri}`)),
    ...distributions.flatMap(({ region = "", ssmParameterConfigurations: parameters = [] }) =>
      parameters.map(
        ({ parameterName: name = "", amiAccountId }) => `SSM parameter ${name}  ${region}${ofAccount(amiAccountId)}`,
      ),
    ),
    ...distributions.flatMap(({ region = "", launchTemplateConfigurations: templates = [] }) =>
      templates.map(
        ({ launchTemplateId: id = "", accountId, setDefaultVersion = false }) =>
          `launch template ${id}: a new ${setDefaultVersion ? "default " : ""}version  ${region}${ofAccount(accountId)}`,
      ),
    ),
  ];
}

function ofAccount(account: string | undefined): string {
  return account === undefined ? "" : `  account ${account}`;
}
