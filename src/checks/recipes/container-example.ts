import type { Example } from "../../problems/rule";

/** The text of a container on an image of Docker Hub, or on what these lines of `parent` say, and more below. */
export function containerText({
  parent = ["image: amazonlinux:2023"],
  component = "update-linux",
  more = "",
}: { readonly parent?: readonly string[]; readonly component?: string; readonly more?: string } = {}): string {
  const lines = parent.map((line) => `  ${line}\n`).join("");
  return `parent:\n${lines}components:\n  - aws: ${component}\n${more}`;
}

/** The project with this container, web. */
export function withContainer(parts: Parameters<typeof containerText>[0]): Example {
  return { "containers/web.yaml": containerText(parts) };
}

/** The text of an image or container that stands on another of the project. */
export function standingOn(kind: "image" | "container", name: string): string {
  return `parent:\n  ${kind}: ${name}\ncomponents:\n  - aws: update-linux\n`;
}
