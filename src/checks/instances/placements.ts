import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** A placement of builds with its path: that of the environment or of one build. */
export interface Placed {
  readonly path: YamlPath;
  readonly placement: Environment["value"]["build"]["placement"];
  /** Whether the build has a subnet other than that of the environment. */
  readonly inOwnSubnet: boolean;
}

/** Returns the placement of the environment and those of builds with their own. */
export function placementsOf({ value, built }: Environment): Placed[] {
  const placements = new Map<string, Placed>([
    ["build.placement", { path: ["build", "placement"], placement: value.build.placement, inOwnSubnet: false }],
  ]);
  for (const { pathOf, infrastructure } of built) {
    const path = pathOf("placement");
    if (placements.has(path.join("."))) continue;
    const { placement, subnet } = infrastructure;
    placements.set(path.join("."), { path, placement, inOwnSubnet: subnet !== undefined });
  }
  return [...placements.values()];
}
