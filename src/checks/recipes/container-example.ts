import type { Example } from "../../problems/rule";

/** Returns the text of a container that is based on an image of Docker Hub, or on these lines of `parent`, with more lines at the end. */
export function containerText({
  parent = ["image: amazonlinux:2023"],
  component = "update-linux",
  more = "",
}: { readonly parent?: readonly string[]; readonly component?: string; readonly more?: string } = {}): string {
  const lines = parent.map((line) => `  ${line}\n`).join("");
  return `parent:\n${lines}components:\n  - aws: ${component}\n${more}`;
}

/** Returns the file of a container named web. */
export function withContainer(parts?: Parameters<typeof containerText>[0]): Example {
  return { "containers/web.yaml": containerText(parts) };
}

/** Returns the text of an image or container that is based on another one of the project. */
export function standingOn(kind: "image" | "container", name: string): string {
  return `parent:\n  ${kind}: ${name}\ncomponents:\n  - aws: update-linux\n`;
}
