/**
 * A reference in a component document, by form.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-chaining
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html
 */
export type Reference =
  | { readonly form: "variable"; readonly name: string }
  | {
      readonly form: "chain";
      readonly phase: string;
      readonly step: string;
      readonly side: "inputs" | "outputs";
      readonly index?: number;
      readonly field: string;
    }
  /** Starts like a chain, but is not a valid one. */
  | { readonly form: "stump"; readonly phase: string }
  | { readonly form: "loop"; readonly loop: string; readonly field: "index" | "value" }
  | { readonly form: "resolve"; readonly argument: string }
  | { readonly form: "ssm" | "imds" | "env" | "context"; readonly name: string }
  /** `word:…` with a word that AWSTOE does not define. */
  | { readonly form: "prefix"; readonly prefix: string }
  /** Text of another template language, or not a reference. */
  | { readonly form: "text" };

export type Chain = Extract<Reference, { form: "chain" }>;

const chain = /^([\w-]+)\.([\w-]+)\.(inputs|outputs)(?:\[(\d{1,6})\])?\.([\w-]+)$/;

export function parseReference(inner: string): Reference {
  const [, prefix, prefixed = ""] = /^([\w-]+(?::(?:ssm|imds)(?=:))?):(.+)$/.exec(inner) ?? [];
  if (prefix !== undefined) return prefixedReference(prefix, prefixed.trim());
  if (/^[\w-]+$/.test(inner)) return inner.startsWith("-") ? { form: "text" } : { form: "variable", name: inner };
  const link = chain.exec(inner);
  if (link !== null) {
    const [, phase = "", step = "", side, index, field = ""] = link;
    const at = index === undefined ? undefined : Number(index);
    return { form: "chain", phase, step, side: side as "inputs" | "outputs", index: at, field };
  }
  const [, loop, ofLoop] = /^([\w-]+)\.(index|value)$/.exec(inner) ?? [];
  if (loop !== undefined) return { form: "loop", loop, field: ofLoop as "index" | "value" };
  const [, stump] = /^([\w-]+)\.[\w.[\]-]*$/.exec(inner) ?? [];
  return stump === undefined ? { form: "text" } : { form: "stump", phase: stump };
}

function prefixedReference(prefix: string, name: string): Reference {
  switch (prefix) {
    case "aws:ssm": {
      const [, argument] = /^resolve\((.*)\)$/.exec(name) ?? [];
      return argument === undefined ? { form: "ssm", name } : { form: "resolve", argument: argument.trim() };
    }
    case "aws:imds":
      return { form: "imds", name };
    case "env":
    case "context":
      return { form: prefix, name };
    default:
      return { form: "prefix", prefix };
  }
}

/** Returns the name of the parameter or constant that a reference uses; undefined for other references. */
export function variableNamed(reference: Reference): string | undefined {
  if (reference.form === "variable") return reference.name;
  return reference.form === "resolve" && /^[\w-]+$/.test(reference.argument) ? reference.argument : undefined;
}
