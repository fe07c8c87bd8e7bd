import type { Example } from "../../problems/rule";
import { withSettings } from "../example";

/** An environment that builds on an instance type. */
export function buildsOn(type: string): Example {
  return withSettings(`build:\n  instanceTypes: [${type}]\n`);
}
