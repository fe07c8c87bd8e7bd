import type { Example } from "../../../problems/rule";
import { componentExample, helloDocument } from "../../examples";

export const directivesPage = "docs/decisions/0007-directives.md";

/** Returns a component document below the given directives. */
export function withDirectives(head: string): Example {
  return componentExample(`${head}\n${helloDocument}`);
}

export const goodDirectives = withDirectives("# @version: 2.0\n# @supported-os: Amazon Linux 2023, Ubuntu 24");
