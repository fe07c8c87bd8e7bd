import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { YamlPath } from "../../problems/yaml-source";

/** The regions that each image and container goes to, and where they are listed. */
export function distributedRegions({ images, containers }: EnvironmentDefinition): {
  readonly path: YamlPath;
  readonly regions: readonly string[];
}[] {
  return [
    ...Object.entries(images).map(([name, { distribute = [] }]) => ({
      path: ["images", name, "distribute"],
      regions: distribute.map(({ region }) => region),
    })),
    ...Object.entries(containers).map(([name, { distribute = [] }]) => ({
      path: ["containers", name, "distribute"],
      regions: distribute.map(({ region }) => region),
    })),
  ];
}
