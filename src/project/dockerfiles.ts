import type { ContainerDefinition } from "../definitions/schema/container";
import { defaultDockerfile } from "../factory/default-dockerfile";
import type { Dockerfile } from "../model/recipe";
import { digestOfText } from "../versions/digest";
import type { Project } from "./load-project";

/** The Dockerfile template of a checked container. */
export function dockerfileOf({ dockerfile }: ContainerDefinition, { dockerfiles }: Project): Dockerfile {
  const text = dockerfile === undefined ? defaultDockerfile : (dockerfiles.get(dockerfile) ?? "");
  return {
    content: dockerfile === undefined ? { text } : { file: dockerfile },
    sha256: digestOfText(text).slice("sha256:".length),
  };
}
