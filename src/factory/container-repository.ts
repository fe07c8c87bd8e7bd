import type { BuiltContainer } from "../definitions/schema/built";
import type { BuildSettings } from "./build-settings";
import type { ContainerDistribution } from "./distribution";

/** Returns whether Amazon Inspector scans the container image, and in which repository. */
export function containerScanning(scan: BuiltContainer["scan"], repository: string): BuildSettings["scanning"] {
  if (scan === false) return { enabled: false };
  const given = scan === true ? {} : scan;
  return { enabled: true, ecr: { repository: given.repository ?? repository, tags: given.tags ?? [] } };
}

/**
 * Checks whether a repository needs mutable tags, because Amazon ECR refuses to push an existing tag if tags are immutable.
 *
 * The default tag of Image Builder contains the version and number of the build and is thus unique. Samples of AWS push it to immutable
 * repositories, although no documentation guarantees that. Tags in a distribution are the same for every build, and an image that is scanned in
 * its target repository may be pushed there twice. In doubt, tags are mutable so that builds do not fail.
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
