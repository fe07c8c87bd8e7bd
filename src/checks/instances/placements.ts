import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** Where builds are placed, and where the environment says it: for all, or for one. */
export interface Placed {
  readonly path: YamlPath;
  readonly placement: Environment["value"]["build"]["placement"];
  /** Whether the subnet is not that of the environment. */
  readonly inOwnSubnet: boolean;
}

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
