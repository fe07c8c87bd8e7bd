import { arnName } from "../../aws/resource-name";
import type { Definition } from "../../definitions/read-definition";
import { exampleProject } from "../../definitions/rules";
import type { EnvironmentDefinition } from "../../definitions/schema/environment";
import { sharedInfrastructures } from "../../factory/names";
import type { Problem } from "../../problems/problem";
import type { Rule } from "../../problems/rule";
import { problemAtKey } from "../problem-at";

const own = (name: string, marker = "") => ({
  [`images/${name}.yaml`]: exampleProject.image,
  "environments/dev.yaml": `${exampleProject.environment}  ${marker}${name}:\n    schedule: manual\n    build: { instanceTypes: [m6i.large] }\n`,
});

export const infrastructureName: Rule = {
  code: "infrastructure-name",
  severity: "error",
  unsilenceable: true,
  summary: "An image or container with its own `build` has the name of the shared infrastructure configuration.",
  source: "API error ResourceAlreadyExistsException of CreateInfrastructureConfiguration: a name is there once",
  fail: [own("image-factory", "▸")],
  pass: [own("factory-base")],
};

const sharedIds: readonly string[] = Object.values(sharedInfrastructures);

/** Checks the names of infrastructure configurations: one for all, and one for each that is built in a way of its own. */
export function checkInfrastructureNames({ source }: Definition<unknown>, value: EnvironmentDefinition): Problem[] {
  return (["images", "containers"] as const).flatMap((kind) =>
    Object.entries(value[kind])
      .filter(([name, { build }]) => build !== undefined && sharedIds.includes(arnName(name)))
      .map(([name]) => {
        const message = `"${name}" is the infrastructure configuration of all that are built in the same way`;
        const fix = `rename ${kind}/${name}.yaml, or remove build here`;
        return problemAtKey(infrastructureName, source, [kind, name], message, fix);
      }),
  );
}
