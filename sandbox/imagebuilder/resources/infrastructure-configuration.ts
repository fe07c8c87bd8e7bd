import { arnName } from "../../../src/aws/resource-name";
import { invalidCombination, invalidValue } from "../api-error";
import { formatArn } from "../arn";
import type { Call, Handler } from "../call";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { type CreatableType, operationsOf } from "../resource-type";
import { profileMissing } from "../words-of-aws";

const resourceType: CreatableType = {
  type: "infrastructure-configuration",
  singular: "InfrastructureConfiguration",
  plural: "InfrastructureConfigurations",
  arnField: "infrastructureConfigurationArn",
  field: "infrastructureConfiguration",
  listField: "infrastructureConfigurationSummaryList",
  filters: ["name"],
  arn: ({ input, place }) => formatArn(place, "infrastructure-configuration", arnName(text(input, "name"))),
  create: configuration,
  update: configuration,
  summary: (resource) =>
    pick(
      resource,
      "arn",
      "name",
      "description",
      "dateCreated",
      "dateUpdated",
      "resourceTags",
      "tags",
      "instanceTypes",
      "instanceProfileName",
      "placement",
    ),
};

export const infrastructureConfigurationOperations: Record<string, Handler> = operationsOf(resourceType);

async function configuration({ input, iam }: Call): Promise<Fields> {
  checkPlacement((input.placement ?? {}) as Fields);
  checkResourceTags((input.resourceTags ?? {}) as Fields);
  // Source: Image Builder User Guide, "Manage Image Builder infrastructure configurations". A subnet requires security groups.
  if (input.subnetId !== undefined && input.securityGroupIds === undefined)
    throw invalidCombination("subnetId needs securityGroupIds.");
  if (!(await iam.hasInstanceProfile(text(input, "instanceProfileName")))) throw profileMissing();
  return { terminateInstanceOnFailure: input.terminateInstanceOnFailure ?? true };
}

/** Checks the placement. Both fields require the tenancy `host`; with another one, no instance would start. Source: API type Placement. */
function checkPlacement({ tenancy, hostId, hostResourceGroupArn }: Fields): void {
  if (hostId !== undefined && hostResourceGroupArn !== undefined)
    throw invalidCombination("placement takes at most one of hostId and hostResourceGroupArn.");
  if ((hostId !== undefined || hostResourceGroupArn !== undefined) && tenancy !== "host")
    throw invalidCombination("placement takes hostId and hostResourceGroupArn only with the tenancy host.");
}

/** Refuses reserved keys. Source: API field CreateInfrastructureConfiguration.resourceTags, reserved keys. */
function checkResourceTags(tags: Fields): void {
  const reserved = ["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"].filter((key) => key in tags);
  if (reserved.length > 0) throw invalidValue("resourceTags", `Reserved keys cannot be used: ${reserved.join(", ")}.`);
}
