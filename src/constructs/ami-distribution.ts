import type { Distribution } from "../factory/distribution";
import { amiDistribution as request } from "../factory/requests/ami-distribution";
import type { KeyArn } from "./key-arn";
import { literal } from "./terraform-literal";

/** Returns the distribution block of a region that receives the AMI. Terraform has other names than the API for the lists in it. */
export function amiDistribution(distribution: Distribution, keyArn: KeyArn) {
  const {
    launchTemplateConfigurations: templates,
    ssmParameterConfigurations: ssmParameterConfiguration,
    fastLaunchConfigurations: fastLaunchConfiguration,
    ...others
  } = request(distribution, literal, keyArn);
  const launchTemplateConfiguration = templates?.map(({ setDefaultVersion, ...template }) => ({
    ...template,
    default: setDefaultVersion,
  }));
  return { ...others, launchTemplateConfiguration, ssmParameterConfiguration, fastLaunchConfiguration };
}
