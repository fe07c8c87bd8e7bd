import { type MapNode, plainText, valueOf } from "../../src/problems/yaml-tree";
import { mapsOf, phasesOf, stepsOf } from "./component-mutants";
import { misspelt, type Mutant, type Mutators, replaced, type Subject } from "./mutant";

interface Chain {
  /** The parts of the reference: phase, step, side, value. */
  readonly parts: readonly string[];
  readonly start: number;
}

/** Returns the references `{{ phase.step.outputs.value }}` that lead to a value. */
function chains(subject: Subject): Chain[] {
  const phases = phasesOf(subject).map((phase) => plainText(valueOf(phase, "name")));
  return [...bodyOf(subject).matchAll(/\{\{\s*([\w-]+\.[\w-]+\.(?:outputs|inputs)(?:\[\d+\])?\.\w+)\s*\}\}/g)].flatMap(
    ({ 0: whole, 1: chain = "", index }) => {
      const parts = chain.split(".");
      return phases.includes(parts[0]) ? [{ parts, start: index + whole.indexOf(chain) }] : [];
    },
  );
}

/** Returns the text with comments and everything before the phases replaced by spaces. */
function bodyOf({ text, root }: Subject): string {
  const start = valueOf(root, "phases")?.start ?? 0;
  return (" ".repeat(start) + text.slice(start)).replace(/^[ \t]*#.*$/gm, (comment) => " ".repeat(comment.length));
}

function broken(subject: Subject, { parts, start }: Chain, index: number): Mutant {
  const at = start + parts.slice(0, index).reduce((sum, part) => sum + part.length + 1, 0);
  const part = parts[index] ?? "";
  const by = part.replace(/^\w+/, (word) => misspelt(word));
  return replaced(subject, { start: at, end: at + part.length }, by);
}

function variables(subject: Subject): { readonly name: string; readonly start: number }[] {
  const names = ["parameters", "constants"].flatMap((key) =>
    mapsOf(valueOf(subject.root, key)).flatMap(({ entries }) => entries.map((entry) => entry.key)),
  );
  return [...bodyOf(subject).matchAll(/\{\{\s*([\w-]+)\s*\}\}/g)].flatMap(({ 0: whole, 1: name = "", index }) =>
    names.includes(name) ? [{ name, start: index + whole.indexOf(name) }] : [],
  );
}

/** Inserts a reference into the first plain command of each step. */
function inserted(
  subject: Subject,
  reference: (phase: string, name: string, step: MapNode) => string | undefined,
): (Mutant | undefined)[] {
  return stepsOf(subject).map(({ phase, step }) => {
    const [inPhase, name] = [plainText(valueOf(phase, "name")) ?? "", plainText(valueOf(step, "name")) ?? ""];
    const commands = valueOf(valueOf(step, "inputs"), "commands");
    const first = commands?.kind === "list" ? commands.items[0] : undefined;
    const written = reference(inPhase, name, step);
    if (first === undefined || written === undefined || subject.text[commands?.start ?? 0] !== "-") return undefined;
    const dash = subject.text.lastIndexOf("-", first.start);
    const indentation = " ".repeat(dash - (subject.text.lastIndexOf("\n", dash) + 1));
    return replaced(subject, { start: dash, end: dash }, `- 'echo "${written}"'\n${indentation}`);
  });
}

/** References that lead to nothing. */
export const referenceMutators: Mutators = {
  "reference to no phase": (subject) => chains(subject).map((chain) => broken(subject, chain, 0)),
  "reference to no step": (subject) => chains(subject).map((chain) => broken(subject, chain, 1)),
  "reference to neither inputs nor outputs": (subject) => chains(subject).map((chain) => broken(subject, chain, 2)),
  "reference to no value": (subject) => chains(subject).map((chain) => broken(subject, chain, 3)),
  "reference to no parameter": (subject) =>
    variables(subject).map(({ name, start }) => replaced(subject, { start, end: start + name.length }, misspelt(name))),
  "reference without a brace": (subject) =>
    [
      ...chains(subject).map(({ start, parts }) => start + parts.join(".").length),
      ...variables(subject).map(({ name, start }) => start + name.length),
    ].map((end) => {
      const brace = subject.text.indexOf("}", end);
      return replaced(subject, { start: brace, end: brace + 1 }, "");
    }),
  "reference to itself": (subject) => inserted(subject, (phase, step) => `{{ ${phase}.${step}.outputs.stdout }}`),
  "reference to a later step": (subject) =>
    inserted(subject, (phase, step) => {
      const names = stepsOf(subject).filter((each) => plainText(valueOf(each.phase, "name")) === phase);
      const index = names.findIndex((each) => plainText(valueOf(each.step, "name")) === step);
      const later = names[index + 1];
      return later === undefined
        ? undefined
        : `{{ ${phase}.${plainText(valueOf(later.step, "name")) ?? ""}.outputs.stdout }}`;
    }),
  "reference to another stage": (subject) =>
    inserted(subject, (phase) => {
      const other = stepsOf(subject).find(
        (each) => phase === "test" && plainText(valueOf(each.phase, "name")) === "build",
      );
      return other === undefined
        ? undefined
        : `{{ build.${plainText(valueOf(other.step, "name")) ?? ""}.outputs.stdout }}`;
    }),
  "reference to a loop that is not there": (subject) =>
    inserted(subject, (_phase, _name, step) => (valueOf(step, "loop") === undefined ? "{{ loop.value }}" : undefined)),
  "reference to a credential": (subject) => inserted(subject, () => "{{ aws:imds:iam/security-credentials/role }}"),
  "reference to no context": (subject) => inserted(subject, () => "{{ context:osNam }}"),
};
