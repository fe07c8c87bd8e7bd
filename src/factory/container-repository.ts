import type { BuiltContainer } from "../definitions/schema/built";
import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution } from "./distribution";

/** Whether and where Amazon Inspector scans the container image. */
export function containerScanning(scan: BuiltContainer["scan"], repository: string): BuildSettings["scanning"] {
  if (scan === false) return { enabled: false };
  const given = scan === true ? {} : scan;
  return { enabled: true, ecr: { repository: given.repository ?? repository, tags: given.tags ?? [] } };
}

/**
 * Whether tags of the repository have to move, for Amazon ECR refuses a push of a tag that is there where tags are immutable.
 *
 * The tag that Image Builder gives by itself holds the version and number of the build, so no two builds share it; AWS's own samples push it to
 * immutable repositories, though no page promises it. Tags that a distribution names are the same for every build, and an image that is scanned
 * in the repository that it goes to may be pushed there twice: in doubt, the build has to go through.
 *
 * Source: Amazon ECR User Guide, "Preventing image tags from being overwritten"; Image Builder API Reference, EcrConfiguration and
 * ContainerDistributionConfiguration.
 */
export function movesTags(
  repository: string,
  region: string,
  { distribution, scanning: { ecr } }: BuildSettings<ContainerDistribution>,
): boolean {
  const fixed = (distribution?.targets ?? []).some(
    (target) => target.region === region && target.repository === repository && target.tags.length > 0,
  );
  return fixed || ecr?.repository === repository;
}
