import type { ContainerDefinition } from "../definitions/schema/container";
import type { Dockerfile } from "../factory/recipe-content";
import { defaultDockerfile } from "../factory/resolve-container";
import { digestOfText } from "../versions/digest";
import type { Project } from "./load-project";

/** The Dockerfile template of a checked container, and the SHA-256 of its text in hexadecimal. */
export function dockerfileOf(
  { dockerfile }: ContainerDefinition,
  { dockerfiles }: Project,
): { readonly dockerfile: Dockerfile; readonly sha256: string } {
  const text = dockerfile === undefined ? defaultDockerfile : (dockerfiles.get(dockerfile) ?? "");
  return {
    dockerfile: dockerfile === undefined ? { text } : { file: dockerfile },
    sha256: digestOfText(text).slice("sha256:".length),
  };
}
