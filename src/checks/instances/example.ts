import type { Example } from "../../problems/rule";
import { withSettings } from "../example";

/** Returns an environment that builds on this instance type. */
export function buildsOn(type: string): Example {
  return withSettings(`build:\n  instanceTypes: [${type}]\n`);
}
