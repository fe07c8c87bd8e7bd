import type { ContainerDefinition } from "../definitions/schema/container";
import { defaultDockerfile } from "../factory/default-dockerfile";
import type { Dockerfile } from "../model/recipe";
import { required } from "../model/required";
import { sha256Of } from "../versions/digest";
import type { Project } from "./load-project";

/** Returns the Dockerfile template of a checked container. */
export function dockerfileOf({ dockerfile }: ContainerDefinition, { dockerfiles }: Project): Dockerfile {
  if (dockerfile === undefined) return { content: { text: defaultDockerfile }, sha256: sha256Of(defaultDockerfile) };
  return { content: { file: dockerfile }, sha256: sha256Of(required(dockerfiles.get(dockerfile), `"${dockerfile}"`)) };
}
