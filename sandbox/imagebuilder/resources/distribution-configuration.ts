import { holdsBuildDate } from "../../../src/aws/ami-name";
import { arnName } from "../../../src/aws/resource-name";
import { invalidValue } from "../api-error";
import { formatArn } from "../arn";
import type { Call, Handler } from "../call";
import { type Fields, text } from "../fields";
import { pick } from "../list";
import { type CreatableType, operationsOf } from "../resource-type";
import type { Resource } from "../store";
import { buildDateRequired, outputsRequired } from "../words-of-aws";

const resourceType: CreatableType = {
  type: "distribution-configuration",
  singular: "DistributionConfiguration",
  plural: "DistributionConfigurations",
  arnField: "distributionConfigurationArn",
  field: "distributionConfiguration",
  listField: "distributionConfigurationSummaryList",
  filters: ["name"],
  arn: ({ input, place }) => formatArn(place, "distribution-configuration", arnName(text(input, "name"))),
  create: check,
  update: check,
  summary: (configuration) => ({
    ...pick(configuration, "arn", "name", "description", "dateCreated", "dateUpdated", "tags"),
    regions: distributionsOf(configuration).map(({ region }) => region),
  }),
};

export const distributionConfigurationOperations: Record<string, Handler> = operationsOf(resourceType);

const containerOutput = "containerDistributionConfiguration";

/** Checks whether every region has an output for the recipe: a container image or an AMI. */
export function hasOutputsFor(configuration: Resource, isContainer: boolean): boolean {
  return distributionsOf(configuration).every((distribution) =>
    outputsOf(distribution).some((output) => (output === containerOutput) === isContainer),
  );
}

/** Checks rules that the constraints of the API do not express. */
function check({ input }: Call): Fields {
  const regions = new Set<unknown>();
  for (const [index, distribution] of distributionsOf(input).entries()) {
    const { region } = distribution;
    if (regions.has(region))
      throw invalidValue("distributions", `The region '${String(region)}' is listed more than once.`);
    regions.add(region);
    if (outputsOf(distribution).length === 0) throw outputsRequired(index);
    const name = (distribution.amiDistributionConfiguration as Fields | undefined)?.name;
    if (typeof name === "string" && !holdsBuildDate(name)) throw buildDateRequired(index);
  }
  return {};
}

function distributionsOf({ distributions }: Fields): readonly Fields[] {
  return distributions as readonly Fields[];
}

/** Returns the outputs of a region: all fields except `region` and empty lists. */
function outputsOf(distribution: Fields): string[] {
  return Object.entries(distribution).flatMap(([name, output]) =>
    name === "region" || output === undefined || (Array.isArray(output) && output.length === 0) ? [] : [name],
  );
}
