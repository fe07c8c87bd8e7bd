import type { Example } from "../../problems/rule";
import { withEnvironment } from "../example";

/** An environment that builds on an instance type. */
export function buildsOn(type: string): Example {
  return withEnvironment({ more: `build:\n  instanceTypes: [${type}]\n` });
}
