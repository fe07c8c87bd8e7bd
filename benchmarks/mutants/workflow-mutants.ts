import { workflowActions } from "../../src/documents/workflows/workflow-actions";
import { entryOf, type MapNode, valueOf } from "../../src/problems/yaml-tree";
import { changed, lacking, mapsOf, misspeltKeys, sameNames, set, withName } from "./component-mutants";
import {
  isBlock,
  misspelt,
  type Mutant,
  type Mutators,
  replaced,
  type Subject,
  withLines,
  without,
  withValue,
} from "./mutant";

const steps = ({ root }: Subject): MapNode[] => mapsOf(valueOf(root, "steps"));
const parameters = ({ root }: Subject): MapNode[] => mapsOf(valueOf(root, "parameters"));
const outputs = ({ root }: Subject): MapNode[] => mapsOf(valueOf(root, "outputs"));
const inputs = (subject: Subject): MapNode[] =>
  steps(subject).flatMap((step) => {
    const found = valueOf(step, "inputs");
    return found?.kind === "map" ? [found] : [];
  });
const conditions = (subject: Subject): MapNode[] =>
  steps(subject).flatMap((step) => {
    const found = valueOf(step, "if");
    return found?.kind === "map" ? [found] : [];
  });

function actionOf(step: MapNode) {
  const action = valueOf(step, "action");
  return action?.kind === "text" ? workflowActions.get(action.value) : undefined;
}

/** Misspells one part of every path that starts with `root`. */
function brokenPaths(subject: Subject, root: string, index: number): Mutant[] {
  const pattern = new RegExp(`\\$\\.${root}((?:\\.\\w+)+)`, "g");
  return [...subject.text.matchAll(pattern)].flatMap(({ 0: path, index: at }) => {
    const parts = path.split(".");
    const part = parts[index];
    if (part === undefined) return [];
    const start = at + parts.slice(0, index).reduce((sum, each) => sum + each.length + 1, 0);
    return [replaced(subject, { start, end: start + part.length }, misspelt(part))];
  });
}

/** Mistakes in a workflow document. */
export const workflowMutators: Mutators = {
  "workflow: schema version wrong": (subject) => changed(subject, [subject.root], "schemaVersion", "2.0"),
  "workflow: schema version missing": (subject) => lacking(subject, [subject.root], "schemaVersion"),
  "workflow: top-level key misspelt": (subject) => misspeltKeys(subject, [subject.root]),
  "workflow: steps are text": (subject) => changed(subject, [subject.root], "steps", "none"),
  "workflow: steps are empty": (subject) => changed(subject, [subject.root], "steps", "[]"),
  "workflow: step name missing": (subject) => lacking(subject, steps(subject), "name"),
  "workflow: step name invalid": (subject) => changed(subject, steps(subject), "name", "Run the tests"),
  "workflow: step twice": (subject) => sameNames(subject, steps(subject)),
  "workflow: step key misspelt": (subject) => misspeltKeys(subject, steps(subject)),
  "workflow: action missing": (subject) => lacking(subject, steps(subject), "action"),
  "workflow: action misspelt": (subject) =>
    steps(subject).map((step) => {
      const entry = entryOf(step, "action");
      return entry?.value.kind === "text" ? withName(subject, entry, misspelt(entry.value.value)) : undefined;
    }),
  "workflow: action of components": (subject) => changed(subject, steps(subject), "action", "ExecuteBash"),
  "workflow: onFailure of components": (subject) => set(subject, steps(subject), "onFailure", "Ignore"),
  "workflow: timeout 0": (subject) => set(subject, steps(subject), "timeoutSeconds", "0"),
  "workflow: timeout too long": (subject) => set(subject, steps(subject), "timeoutSeconds", "700000"),
  "workflow: timeout is text": (subject) => set(subject, steps(subject), "timeoutSeconds", "1h"),
  "workflow: waits for longer than it may take": (subject) => set(subject, steps(subject), "waitSeconds", "700000"),
  "workflow: rollbackEnabled is text": (subject) => set(subject, steps(subject), "rollbackEnabled", "never"),
  "workflow: condition operator unknown": (subject) =>
    set(subject, steps(subject), "if", "{ stringEqual: a, value: b }"),
  "workflow: condition operator misspelt": (subject) => misspeltKeys(subject, conditions(subject)),
  "workflow: condition lacks value": (subject) => set(subject, steps(subject), "if", "{ stringEquals: a }"),
  "workflow: condition is text": (subject) => set(subject, steps(subject), "if", "always"),
  "workflow: inputs missing": (subject) =>
    steps(subject).map((step) => {
      const needs = Object.values(actionOf(step)?.inputs ?? {}).some((field) => field.required);
      return needs ? without(subject, step, "inputs", step) : undefined;
    }),
  "workflow: inputs are text": (subject) => changed(subject, steps(subject), "inputs", "none"),
  "workflow: required input missing": (subject) =>
    steps(subject).flatMap((step) => {
      const map = valueOf(step, "inputs");
      const at = entryOf(step, "inputs")?.keyNode;
      if (map?.kind !== "map" || at === undefined || map.entries.length < 2) return [];
      return map.entries.map(({ key }) =>
        actionOf(step)?.inputs[key.replace(".$", "")]?.required === true ? without(subject, map, key, at) : undefined,
      );
    }),
  "workflow: input key misspelt": (subject) => misspeltKeys(subject, inputs(subject)),
  "workflow: input key unknown": (subject) =>
    inputs(subject).map((map) => {
      const last = map.entries.at(-1);
      return last === undefined ? undefined : withLines(subject, last, ["snapshot: none"]);
    }),
  "workflow: suffix of a path missing": (subject) =>
    inputs(subject).flatMap((map) =>
      map.entries.map(({ key, keyNode }) =>
        key.endsWith(".$") ? replaced(subject, keyNode, key.slice(0, -2)) : undefined,
      ),
    ),
  "workflow: choice unknown": (subject) => changed(subject, inputs(subject), "waitFor", "sshAgent"),
  "workflow: path to no step": (subject) => brokenPaths(subject, "stepOutputs", 2),
  "workflow: path to no output": (subject) => brokenPaths(subject, "stepOutputs", 3),
  "workflow: path to no parameter": (subject) => brokenPaths(subject, "parameters", 2),
  "workflow: path to no variable": (subject) => brokenPaths(subject, "imagebuilder", 2),
  "workflow: path from nowhere": (subject) => brokenPaths(subject, "stepOutputs", 1),
  "workflow: path to a later step": (subject) => {
    const last = valueOf(steps(subject).at(-1), "name");
    return inputs(subject)
      .slice(0, -1)
      .flatMap((map) =>
        map.entries.map((entry) =>
          last?.kind === "text" && entry.key.endsWith(".$") && isBlock(subject, entry)
            ? withValue(subject, entry, `$.stepOutputs.${last.value}.instanceId`)
            : undefined,
        ),
      );
  },
  "workflow: parameter type unknown": (subject) => changed(subject, parameters(subject), "type", "text"),
  "workflow: parameter default of another type": (subject) =>
    parameters(subject).map((map) => {
      const [type, entry] = [valueOf(map, "type"), entryOf(map, "default")];
      const by =
        type?.kind === "text"
          ? { string: "[a, b]", integer: "five", boolean: "5", stringList: "a" }[type.value]
          : undefined;
      return entry === undefined || by === undefined ? undefined : withValue(subject, entry, by);
    }),
  "workflow: parameter name missing": (subject) => lacking(subject, parameters(subject), "name"),
  "workflow: parameter key misspelt": (subject) => misspeltKeys(subject, parameters(subject)),
  "workflow: output value missing": (subject) => lacking(subject, outputs(subject), "value"),
  "workflow: output name missing": (subject) => lacking(subject, outputs(subject), "name"),
};
