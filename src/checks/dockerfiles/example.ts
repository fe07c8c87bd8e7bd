import type { Example } from "../../problems/rule";
import { containerText } from "../recipes/container-example";

/** Returns a Dockerfile template like that of Image Builder, with changed lines. */
export function template({
  from = "FROM {{{ imagebuilder:parentImage }}}",
  environments = "{{{ imagebuilder:environments }}}",
  components = "{{{ imagebuilder:components }}}",
} = {}): string {
  return `${from}\n${environments}\n${components}\n`;
}

/** Returns a project with a container and its Dockerfile template. */
export function withTemplate(text: string, named = "web.Dockerfile"): Example {
  return { "containers/web.yaml": containerText({ more: `dockerfile: ${named}\n` }), "web.Dockerfile": text };
}

/** Returns a project with a container whose template has these lines after its parent. */
export function withLines(lines: string): Example {
  return withTemplate(template({ environments: `${lines}\n{{{ imagebuilder:environments }}}` }));
}
