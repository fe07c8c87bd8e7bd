import { invalidValue } from "../api-error";
import { formatArn, slug } from "../arn";
import { type Call, type Fields, type Handler, text } from "../call";
import { type CreatableKind, operationsOf } from "../kind";
import { pick } from "../list";

const kind: CreatableKind = {
  type: "distribution-configuration",
  noun: "DistributionConfiguration",
  plural: "DistributionConfigurations",
  arnField: "distributionConfigurationArn",
  field: "distributionConfiguration",
  listField: "distributionConfigurationSummaryList",
  arn: ({ input, place }) => formatArn(place, "distribution-configuration", slug(text(input, "name"))),
  create: check,
  update: check,
  summary: (configuration) => ({
    ...pick(configuration, "arn", "name", "description", "dateCreated", "dateUpdated", "tags"),
    regions: (configuration.distributions as readonly Fields[]).map(({ region }) => region),
  }),
};

export const distributionConfigurationOperations: Record<string, Handler> = operationsOf(kind);

/** Rules that the API's own constraints leave out; the messages are the service's, as its users quote them. */
function check({ input }: Call): Fields {
  const distributions = input.distributions as readonly Fields[];
  const regions = new Set<unknown>();
  for (const { region, ...outputs } of distributions) {
    if (regions.has(region))
      throw invalidValue("distributions", `The region '${String(region)}' is listed more than once.`);
    regions.add(region);
    if (Object.keys(outputs).length === 0)
      throw invalidValue("distributions", "One or more outputs should be provided for each region.");
    const name = (outputs.amiDistributionConfiguration as Fields | undefined)?.name;
    if (typeof name === "string" && !/\{\{\s*imagebuilder:buildDate\s*\}\}/.test(name)) {
      throw invalidValue("distributions", "EC2 AMI name must contain '{{ imagebuilder:buildDate }}'.");
    }
  }
  return {};
}
