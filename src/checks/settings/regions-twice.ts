import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import type { YamlPath } from "../../problems/yaml-source";
import { problemAt } from "../problem-at";

const to = (region: string) => ({
  "environments/dev.yaml": `${exampleProject.environment}    distribute:\n      - region: us-east-1\n      - region: ${region}\n`,
});

export const duplicateRegion: Rule = {
  code: "duplicate-region",
  severity: "error",
  summary:
    "An image or container is distributed to the same region twice. Image Builder takes one distribution for each region.",
  source: "API field DistributionConfiguration.distributions",
  fail: [to("▸us-east-1")],
  pass: [to("eu-west-1")],
};

/** Checks that no image or container is distributed to a region twice. */
export function checkRegionsTwice({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  return targetsOf(value).flatMap(({ path, regions }) =>
    regions.flatMap((region, index) => {
      if (regions.indexOf(region) === index) return [];
      const at = [...path, index, "region"];
      return [problemAt(duplicateRegion, source, at, `"${region}" is listed twice`, "merge the two entries into one")];
    }),
  );
}

/** The regions that each image and container goes to, and where they are listed. */
export function targetsOf({ images, containers }: EnvironmentDefinition): {
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
