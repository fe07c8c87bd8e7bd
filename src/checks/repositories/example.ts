import type { Example } from "../../problems/rule";
import { withSettings } from "../example";
import { containerText, withContainer } from "../recipes/container-example";

/** Returns a project with two containers, app and web, and these lines below `containers` of its environment. */
export function withContainers(lines: string): Example {
  return {
    "containers/app.yaml": containerText(),
    ...withContainer(),
    ...withSettings(`containers:\n${lines}`),
  };
}
