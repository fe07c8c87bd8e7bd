import type { Action } from "../../src/documents/actions/action";
import { entryOf, type MapEntry, type MapNode, valueOf } from "../../src/problems/yaml-tree";
import { actionOf, mapsOf, stepsOf } from "./component-mutants";
import {
  columnOf,
  isBlock,
  misspelt,
  type Mutant,
  type Mutators,
  replaced,
  type Subject,
  trimmed,
  withLines,
  without,
  withValue,
} from "./mutant";

interface Inputs {
  readonly step: MapNode;
  readonly action: Action;
  readonly entry: MapEntry;
}

function inputsOf(subject: Subject): Inputs[] {
  return stepsOf(subject).flatMap(({ step }) => {
    const [action, entry] = [actionOf(step), entryOf(step, "inputs")];
    return action === undefined || entry === undefined ? [] : [{ step, action, entry }];
  });
}

/** Returns each map of inputs, with the entry at which a missing key is expected to be reported. */
function inputMaps(subject: Subject): { readonly action: Action; readonly map: MapNode; readonly owner: MapEntry }[] {
  return inputsOf(subject).flatMap(({ action, entry }) => {
    if (action.inputs === "condition") return [];
    const maps = entry.value.kind === "map" ? [entry.value] : mapsOf(entry.value);
    return maps.map((map) => ({ action, map, owner: entry }));
  });
}

/** Changes each field of the inputs whose description of its type matches `suits`. */
function wrongType(subject: Subject, suits: (expects: string) => boolean, by: string): (Mutant | undefined)[] {
  return inputMaps(subject).flatMap(({ action, map }) =>
    map.entries.map((entry) => {
      const field = Object.hasOwn(action.fields, entry.key) ? action.fields[entry.key] : undefined;
      return field !== undefined && suits(field.type.expects) && isBlock(subject, entry)
        ? withValue(subject, entry, by)
        : undefined;
    }),
  );
}

/** Inserts an item before the first item of a list in block style. */
function withItem(subject: Subject, entry: MapEntry, item: string): Mutant | undefined {
  const first = entry.value.kind === "list" ? entry.value.items[0] : undefined;
  if (first === undefined) return undefined;
  const dash = subject.text.lastIndexOf("-", first.start);
  if (subject.text[entry.value.start] !== "-" || dash < entry.value.start) return undefined;
  const indentation = " ".repeat(columnOf(subject.text, dash));
  return replaced(subject, { start: dash, end: dash }, `- ${item}\n${indentation}`);
}

function commandLists(subject: Subject): MapEntry[] {
  return inputMaps(subject).flatMap(({ action, map }) =>
    ["ExecuteBash", "ExecutePowerShell"].includes(action.name) ? (entryOf(map, "commands") ?? []) : [],
  );
}

const foreignSources: Readonly<Record<string, string>> = {
  S3Download: "https://example.com/tool.rpm",
  WebDownload: "s3://bucket/tool.rpm",
};

const isList = (expects: string) => expects.startsWith("a list");
const isFlag = (expects: string) => expects === "true or false";

/** Mistakes in the inputs of a step. */
export const inputMutators: Mutators = {
  "inputs missing": (subject) =>
    inputsOf(subject).map(({ step, action, entry }) => {
      const at = entryOf(step, "action");
      return action.inputs === "optional map" || at === undefined || !isBlock(subject, entry)
        ? undefined
        : without(subject, step, "inputs", at.keyNode);
    }),
  "inputs empty": (subject) =>
    inputsOf(subject).map(({ action, entry }) =>
      action.inputs === "list" && isBlock(subject, entry) ? withValue(subject, entry, "[]") : undefined,
    ),
  "inputs are text": (subject) =>
    inputsOf(subject).map(({ entry }) => (isBlock(subject, entry) ? withValue(subject, entry, "none") : undefined)),
  "inputs are a list in place of a map": (subject) =>
    inputsOf(subject).map(({ entry }) => {
      const { value, keyNode } = entry;
      if (value.kind !== "map" || value.flow || !isBlock(subject, entry)) return undefined;
      const { start, end } = trimmed(subject.text, value);
      const lines = subject.text.slice(start, end).replace(/\n(?=[^\n])/g, "\n  ");
      return replaced(subject, { start, end }, `- ${lines}`, keyNode.start, start);
    }),
  "inputs are a map in place of a list": (subject) =>
    inputsOf(subject).map(({ entry }) => {
      const [item, second] = entry.value.kind === "list" ? entry.value.items : [];
      if (item?.kind !== "map" || second !== undefined || subject.text[entry.value.start] !== "-") return undefined;
      const dash = { start: entry.value.start, end: entry.value.start + 1 };
      return replaced(subject, dash, " ", entry.keyNode.start, dash.start);
    }),
  "required input missing": (subject) =>
    inputMaps(subject).flatMap(({ action, map, owner }) =>
      Object.entries(action.fields).map(([key, field]) => {
        if (!field.required || entryOf(map, key) === undefined) return undefined;
        const rest = map.entries.find((entry) => entry.key !== key);
        // For a map with several inputs, the mistake is reported at the key above it; for an item, at its own first line.
        const at = owner.value.kind === "map" || rest === undefined ? owner.keyNode : rest.keyNode;
        const mutant = without(subject, map, key, at);
        if (mutant === undefined || rest !== undefined) return mutant;
        return { ...mutant, lines: [...mutant.lines, ...mutant.lines.map((line) => line + 1)] };
      }),
    ),
  "input key misspelt": (subject) =>
    inputMaps(subject).flatMap(({ map }) =>
      map.entries.map(({ key, keyNode }) => replaced(subject, keyNode, misspelt(key))),
    ),
  "input key of another action": (subject) =>
    inputMaps(subject).map(({ map }) => {
      const last = map.entries.at(-1);
      return last === undefined ? undefined : withLines(subject, last, ["snapshotId: snap-1"]);
    }),
  "list input is text": (subject) => wrongType(subject, isList, "echo hello"),
  "list input is a map": (subject) => wrongType(subject, isList, "{ run: echo hello }"),
  "text input is a list": (subject) =>
    wrongType(subject, (expects) => !expects.includes("list") && !isFlag(expects), "[a, b]"),
  "text input is a map": (subject) =>
    wrongType(subject, (expects) => !isList(expects) && !isFlag(expects) && !expects.includes("map"), "{ a: b }"),
  "flag is text": (subject) => wrongType(subject, isFlag, "always"),
  "required input is empty": (subject) =>
    inputMaps(subject).flatMap(({ action, map }) =>
      map.entries.map((entry) =>
        action.fields[entry.key]?.required === true && isBlock(subject, entry)
          ? withValue(subject, entry, "")
          : undefined,
      ),
    ),
  "command with a colon": (subject) =>
    commandLists(subject).map((entry) => withItem(subject, entry, "echo result: done")),
  "command is a list": (subject) => commandLists(subject).map((entry) => withItem(subject, entry, "[echo, hello]")),
  "command is an unquoted reference": (subject) =>
    commandLists(subject).map((entry) => withItem(subject, entry, "{{ env:HOME }}")),
  "quotes of a reference missing": (subject) =>
    inputMaps(subject).flatMap(({ map }) =>
      map.entries.map(({ value }) =>
        value.kind === "text" && /^\{\{[^{}]*\}\}$/.test(value.value) && value.style.endsWith("quoted")
          ? replaced(subject, value, value.value)
          : undefined,
      ),
    ),
  "choice unknown": (subject) => wrongType(subject, (expects) => expects.startsWith("one of"), "Sometimes"),
  "source of no kind that the action takes": (subject) =>
    inputMaps(subject).map(({ action, map }) => {
      const [entry, by] = [entryOf(map, "source"), foreignSources[action.name]];
      return entry === undefined || by === undefined || !isBlock(subject, entry)
        ? undefined
        : withValue(subject, entry, by);
    }),
  "step of several actions": (subject) =>
    stepsOf(subject).map(({ step }) => {
      const inputs = valueOf(step, "inputs");
      const [action, other] = [entryOf(step, "action"), actionOf(step)];
      if (action === undefined || other === undefined || inputs?.kind !== "map" || other.inputs !== "map")
        return undefined;
      // All inputs of DeleteFile are missing, and it takes a list.
      const mutant = replaced(subject, action.value, "DeleteFile");
      const entry = entryOf(step, "inputs");
      return entry === undefined ? undefined : { ...mutant, lines: linesOf(subject, entry, mutant) };
    }),
};

/** Returns the line of the inputs' key, which has not moved because the action is on one line. */
function linesOf({ text }: Subject, { keyNode, value }: MapEntry, mutant: Mutant): number[] {
  const line = (offset: number) => text.slice(0, offset).split("\n").length;
  return [line(keyNode.start), line(value.start), ...mutant.lines];
}
