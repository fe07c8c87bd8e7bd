import { arnName } from "../../aws/resource-name";
import { imageText } from "../../definitions/example-texts";
import { sharedInfrastructures } from "../../factory/names";
import { withEnvironment } from "../example";
import type { ProjectRule } from "../project-rule";

const own = (name: string, marker = "") => ({
  [`images/${name}.yaml`]: imageText(),
  ...withEnvironment({ images: { base: "", [`${marker}${name}`]: "    build: { instanceTypes: [m6i.large] }\n" } }),
});

const sharedIds: readonly string[] = Object.values(sharedInfrastructures);

export const infrastructureName: ProjectRule = {
  code: "infrastructure-name",
  refusedBy: "AWS",
  unsilenceable: true,
  summary: "An image or container with its own `build` has the name of the shared infrastructure configuration.",
  source: "API error ResourceAlreadyExistsException of CreateInfrastructureConfiguration: a name is there once",
  fail: [own("image-factory", "▸")],
  pass: [own("factory-base")],
  eachEnvironment({ entries }, report) {
    for (const { name, path, built } of entries) {
      if (built.build === undefined || !sharedIds.includes(arnName(name))) continue;
      const message = `"${name}" is also the name of the shared infrastructure configuration`;
      report({ key: path }, message, `rename ${path.join("/")}.yaml, or remove build here`);
    }
  },
};
