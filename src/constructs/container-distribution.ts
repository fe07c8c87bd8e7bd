import { nonEmpty } from "../collections/non-empty";
import type { ContainerDistribution } from "../factory/distribution";
import { literal, optionalLiteral } from "./terraform-literal";

/** One region that receives the container image: its repository there, and the tags that it gets besides that of the build. */
export function containerDistribution({ region, repository, tags, description }: ContainerDistribution) {
  return {
    region,
    containerDistributionConfiguration: {
      targetRepository: { service: "ECR", repositoryName: literal(repository) },
      containerTags: nonEmpty(tags.map(literal)),
      description: optionalLiteral(description),
    },
  };
}
