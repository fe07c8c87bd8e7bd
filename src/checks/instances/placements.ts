import type { YamlPath } from "../../problems/yaml-source";
import type { Environment } from "../context/environments";

/** Where builds are placed, and where the environment says it: for all, or for one. */
export interface Placed {
  readonly path: YamlPath;
  readonly placement: Environment["value"]["build"]["placement"];
}

export function placementsOf({ value, built }: Environment): Placed[] {
  const placements = new Map<string, Placed>([
    ["build.placement", { path: ["build", "placement"], placement: value.build.placement }],
  ]);
  for (const { pathOf, infrastructure } of built) {
    const path = pathOf("placement");
    placements.set(path.join("."), { path, placement: infrastructure.placement });
  }
  return [...placements.values()];
}
