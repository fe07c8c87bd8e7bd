import { nonEmpty } from "../collections/non-empty";
import type { ContainerDistribution } from "../factory/distribution";
import { literal, optionalLiteral } from "./terraform-literal";

/** Returns the distribution block of a region that receives the container image. `tags` are added to the tag of the build. */
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
