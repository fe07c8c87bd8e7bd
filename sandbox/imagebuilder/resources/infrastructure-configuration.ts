import { formatArn, slug } from "../arn";
import { type Call, type Fields, type Handler, text } from "../call";
import { type CreatableKind, operationsOf } from "../kind";
import { pick } from "../list";

const kind: CreatableKind = {
  type: "infrastructure-configuration",
  noun: "InfrastructureConfiguration",
  plural: "InfrastructureConfigurations",
  arnField: "infrastructureConfigurationArn",
  field: "infrastructureConfiguration",
  listField: "infrastructureConfigurationSummaryList",
  arn: ({ input, place }) => formatArn(place, "infrastructure-configuration", slug(text(input, "name"))),
  create: defaults,
  update: defaults,
  summary: (configuration) =>
    pick(
      configuration,
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

export const infrastructureConfigurationOperations: Record<string, Handler> = operationsOf(kind);

function defaults({ input }: Call): Fields {
  return { terminateInstanceOnFailure: input.terminateInstanceOnFailure ?? true };
}
