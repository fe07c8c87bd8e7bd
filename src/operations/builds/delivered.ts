import { complete } from "../aws/complete";
import { type BuildDetails, builtAmis } from "../images/find-builds";

/**
 * Returns what a successful build has delivered, one line each: its outputs, and the SSM parameters and launch templates of its distribution.
 *
 * @param account id of the account that built it
 */
export function deliveredLines(
  { outputResources, distributionConfiguration }: BuildDetails,
  account: string,
): string[] {
  const distributions = (distributionConfiguration?.distributions ?? []).map((each) => complete(each, "region"));
  return [
    ...builtAmis(outputResources, account).map((ami) => `AMI ${ami.id}  ${ami.region}  account ${ami.account}`),
    ...(outputResources?.containers ?? []).flatMap(({ imageUris = [] }) =>
      imageUris.map((uri) => `container image ${uri}`),
    ),
    ...distributions.flatMap(({ region, ssmParameterConfigurations: parameters = [] }) =>
      parameters
        .map((parameter) => complete(parameter, "parameterName"))
        .map(({ parameterName: name, amiAccountId }) => `SSM parameter ${name}  ${region}${ofAccount(amiAccountId)}`),
    ),
    ...distributions.flatMap(({ region, launchTemplateConfigurations: templates = [] }) =>
      templates
        .map((template) => complete(template, "launchTemplateId"))
        .map(
          ({ launchTemplateId: id, accountId, setDefaultVersion = false }) =>
            `launch template ${id}: a new ${setDefaultVersion ? "default " : ""}version  ${region}${ofAccount(accountId)}`,
        ),
    ),
  ];
}

function ofAccount(account: string | undefined): string {
  return account === undefined ? "" : `  account ${account}`;
}
