import type { Example } from "../../problems/rule";
import { withSettings } from "../example";

const container = "parent:\n  image: amazonlinux:2023\ncomponents:\n  - aws: update-linux\n";

/** Returns a project with two containers, app and web, and these lines below `containers` of its environment. */
export function withContainers(lines: string): Example {
  return {
    "containers/app.yaml": container,
    "containers/web.yaml": container,
    ...withSettings(`containers:\n${lines}`),
  };
}
