import fc from "fast-check";
import { stringify } from "yaml";

/** Few names, so that documents have many in common. */
const name = fc.constantFrom(
  "Install",
  "Check",
  "Fetch",
  "Run-it",
  "step_1",
  "a_b",
  "web_Install",
  "web-2_Install",
  "Name",
  "-abc",
);
const phases = ["build", "validate", "test", "container-host-test", "cleanup"];
const space = fc.constantFrom("", " ", "  ", "\t");
const inner = fc.oneof(
  name,
  fc
    .tuple(
      fc.constantFrom(...phases, "loop"),
      name,
      fc.constantFrom("outputs.stdout", "inputs[0].source", "inputs.path", "outputs", "stdout"),
    )
    .map((path) => path.join(".")),
  fc
    .tuple(fc.oneof(name, fc.constant("loop")), fc.constantFrom("index", "value", "other"))
    .map((path) => path.join(".")),
  name.map((each) => `aws:ssm:resolve(${each})`),
  fc.constantFrom(
    "context:step",
    "context:phase",
    "env:HOME",
    "aws:ssm:/a/b",
    ".State.Running",
    "- .Name -",
    "web_Name",
    "web-2_Name",
    "install_Name",
  ),
);
const piece = fc.oneof(
  fc.tuple(space, inner, space).map(([before, each, after]) => `{{${before}${each}${after}}}`),
  inner.map((each) => `\${{ ${each} }}`),
  inner.map((each) => `{{ ${each} }`),
  inner.map((each) => `{{{ ${each} }}}`),
  fc.constantFrom(
    "${Name}",
    "$Name",
    "echo",
    "a: b",
    " # c",
    "\n",
    "\n\n",
    "  \n",
    "\n  ",
    "\t",
    "'",
    '"',
    "\\",
    "\r\n",
    "\u2028",
    "\u0085",
    "\u00a0",
    "\ufeff",
    "\u0007",
    "😀",
    "é",
    "%",
    "*x",
    "&x",
    "!x",
    "- y",
    "? z",
    "---",
    "...",
    "|",
    ">",
  ),
  fc.string({ maxLength: 6 }),
);
export const text = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.constantFrom("yes", "0755", "1.0", "null", "~", "true", "12:30:45", "2001-01-01", "1_000", "0x1f", "1e3", ""),
);
const value = text.filter((each) => each.length <= 1024);

const inputs = fc.oneof(
  fc.record({
    action: fc.constant("ExecuteBash"),
    inputs: fc.record({ commands: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  }),
  fc.record({
    action: fc.constant("CreateFile"),
    inputs: fc.array(fc.record({ path: text, content: text, overwrite: fc.boolean() }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    action: fc.constant("ExecuteBinary"),
    inputs: fc.record({ path: text, arguments: fc.array(text, { maxLength: 2 }) }),
  }),
);
const optional = fc.record(
  {
    onFailure: fc.constantFrom("Abort", "Continue", "Ignore"),
    timeoutSeconds: fc.constantFrom(-1, 30),
    maxAttempts: fc.constantFrom(1, 3),
    disableLogging: fc.boolean(),
    loop: fc.record({ name, forEach: fc.array(text, { minLength: 1, maxLength: 2 }) }, { requiredKeys: ["forEach"] }),
    if: fc.record({ stringEquals: text, value: text }),
  },
  { requiredKeys: [] },
);
const steps = fc
  .uniqueArray(name, { minLength: 1, maxLength: 4 })
  .chain((names) =>
    fc.tuple(...names.map((each) => fc.tuple(inputs, optional).map(([a, b]) => ({ name: each, ...a, ...b })))),
  )
  .map((all) => withUniqueLoops(all));

interface WithLoop {
  loop?: { name?: string };
}

function withUniqueLoops<T extends WithLoop>(all: readonly T[]): T[] {
  const taken = new Set<string>();
  return all.map((step) => {
    const loop = step.loop?.name;
    if (loop === undefined || !taken.has(loop)) return (taken.add(loop ?? ""), step);
    return { ...step, loop: { ...step.loop, name: undefined } };
  });
}

const content = fc
  .record({
    variables: fc.uniqueArray(name, { maxLength: 5 }),
    definitions: fc.array(fc.record({ constant: fc.boolean(), value: fc.option(value, { nil: undefined }) }), {
      minLength: 5,
      maxLength: 5,
    }),
    phases: fc
      .subarray(phases, { minLength: 1 })
      .filter((some) => ["build", "validate", "test"].some((each) => some.includes(each))),
    steps: fc.array(steps, { minLength: 5, maxLength: 5 }),
    logging: fc.array(fc.constantFrom(undefined, true, false), { minLength: 6, maxLength: 6 }),
  })
  .map(({ variables, definitions, phases: names, steps: all, logging }) => {
    const kinds = variables.map((each, index) => ({
      each,
      constant: definitions[index]?.constant === true,
      value: definitions[index]?.value,
    }));
    return {
      description: "Generated",
      schemaVersion: 1.0,
      disableLogging: logging[5],
      parameters: kinds
        .filter(({ constant }) => !constant)
        .map(({ each, value: usual }) => ({ [each]: { type: "string", default: usual } })),
      constants: kinds
        .filter(({ constant }) => constant)
        .map(({ each, value: usual }) => ({ [each]: { type: "string", value: usual ?? "c" } })),
      phases: names.map((each, index) => ({ name: each, disableLogging: logging[index], steps: all[index] })),
    };
  });

/** The text of a component document, as people and programs write them. */
export const documentText = fc
  .tuple(content, fc.constantFrom("yaml", "json", "flow", "single", "folded"), fc.boolean(), fc.boolean())
  .map(([document, style, crlf, bom]) => {
    const written = style === "json" ? JSON.stringify(document, null, "\t") : stringify(document, optionsOf(style));
    return `${bom ? "\ufeff" : ""}${crlf ? written.replace(/\n/g, "\r\n") : written}`;
  });

function optionsOf(style: string) {
  return {
    lineWidth: style === "folded" ? 40 : 0,
    blockQuote: style === "folded" ? ("folded" as const) : true,
    singleQuote: style === "single",
    collectionStyle: style === "flow" ? ("flow" as const) : ("any" as const),
    version: "1.2" as const,
  };
}

/** How images name documents; some come to the same label. */
export const documentName = fc.constantFrom(
  "linux/install",
  "linux/web",
  "linux/web-2",
  "linux/a/b",
  "linux/a-b",
  "linux/a_b",
  "linux/-",
  "top",
  `linux/${"long/".repeat(20)}`,
);
