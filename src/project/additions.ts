import type { Definition } from "../definitions/read-definition";
import type { Additions, Sourced } from "../factory/additions";
import type { Project } from "./load-project";

/** Returns the adoption, overrides and outputs of the builder stack of an environment. */
export function builderAdditions(environment: string, project: Project): Additions {
  const definition = project.environments.get(environment);
  const { overrides = {}, outputs } = definition?.value ?? {};
  return {
    adopted: sourced(project.adopted.get(environment)),
    overrides:
      definition === undefined || Object.keys(overrides).length === 0
        ? undefined
        : {
            value: overrides,
            file: definition.source.file,
            at: (path) => definition.source.locateKey(["overrides", ...path]),
          },
    outputsAll: outputs === "all",
  };
}

/** Returns the adoption of the consumer stack of an environment. */
export function consumerAdditions(stack: string, project: Project): Additions {
  return { adopted: sourced(project.adopted.get(stack)), outputsAll: false };
}

/** Returns the addresses in Terraform that adopted/<stack>.json gives to resources of a stack, by default address. */
export function addressesIn(stack: string, { adopted }: Pick<Project, "adopted">): ReadonlyMap<string, string> {
  return new Map(adopted.get(stack)?.value?.renamed.map(({ from, to }) => [from, to]));
}

function sourced<T>(definition: Definition<T> | undefined): Sourced<T> | undefined {
  if (definition?.value === undefined) return undefined;
  const { source, value } = definition;
  return { value, file: source.file, at: (path) => source.locate([...path]) };
}
