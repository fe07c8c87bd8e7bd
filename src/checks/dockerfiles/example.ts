import type { Example } from "../../problems/rule";
import { containerText } from "../recipes/container-example";

/** A Dockerfile template as Image Builder makes one, of lines that differ. */
export function template({
  from = "FROM {{{ imagebuilder:parentImage }}}",
  environments = "{{{ imagebuilder:environments }}}",
  components = "{{{ imagebuilder:components }}}",
} = {}): string {
  return `${from}\n${environments}\n${components}\n`;
}

/** A container that names the template, which has this text. */
export function withTemplate(text: string, named = "web.Dockerfile"): Example {
  return { "containers/web.yaml": containerText({ more: `dockerfile: ${named}\n` }), "web.Dockerfile": text };
}

/** A container whose template has these lines after its parent. */
export function withLines(lines: string): Example {
  return withTemplate(template({ environments: `${lines}\n{{{ imagebuilder:environments }}}` }));
}
