import type { Platform } from "../../src/aws/platform";
import { actions } from "../../src/documents/actions/action-modules";
import { entryOf, type MapEntry, type MapNode, valueOf, type YamlNode } from "../../src/problems/yaml-tree";
import {
  isBlock,
  misspelt,
  type Mutant,
  type Mutators,
  replaced,
  type Subject,
  valuePart,
  withLines,
  without,
  withValue,
} from "./mutant";

export interface StepOf {
  readonly phase: MapNode;
  readonly step: MapNode;
}

export function phasesOf({ root }: Subject): MapNode[] {
  return mapsOf(valueOf(root, "phases"));
}

export function stepsOf(subject: Subject): StepOf[] {
  return phasesOf(subject).flatMap((phase) => mapsOf(valueOf(phase, "steps")).map((step) => ({ phase, step })));
}

export function mapsOf(node: YamlNode | undefined): MapNode[] {
  return node?.kind === "list" ? node.items.flatMap((item) => (item.kind === "map" ? [item] : [])) : [];
}

export function actionOf(step: MapNode) {
  const action = valueOf(step, "action");
  return action?.kind === "text" ? actions.get(action.value) : undefined;
}

/** Changes the value of one key in all of these maps that have it. */
export function changed(subject: Subject, maps: readonly MapNode[], key: string, by: string): (Mutant | undefined)[] {
  return maps.map((map) => {
    const entry = entryOf(map, key);
    return entry === undefined || !isBlock(subject, entry) ? undefined : withValue(subject, entry, by);
  });
}

/** Sets a key in all of these steps: replaces its value, or adds a line below the action. */
export function set(subject: Subject, maps: readonly MapNode[], key: string, by: string): (Mutant | undefined)[] {
  return maps.map((map) => {
    const [entry, action] = [entryOf(map, key), entryOf(map, "action")];
    if (entry !== undefined) return isBlock(subject, entry) ? withValue(subject, entry, by) : undefined;
    return action === undefined ? undefined : withLines(subject, action, [`${key}: ${by}`]);
  });
}

/** Removes a key from each map. The mistake is expected at the first entry of the map. */
export function lacking(subject: Subject, maps: readonly MapNode[], key: string): (Mutant | undefined)[] {
  return maps.map((map) => {
    const first = map.entries.find((entry) => entry.key !== key);
    return first === undefined
      ? undefined
      : without(subject, map, key, map.entries[0]?.key === key ? first.keyNode : map);
  });
}

/** Misspells every key of these maps. */
export function misspeltKeys(
  subject: Subject,
  maps: readonly MapNode[],
  keys?: readonly string[],
): (Mutant | undefined)[] {
  return maps.flatMap((map) =>
    map.entries.map(({ key, keyNode }) =>
      keys?.includes(key) === false ? undefined : replaced(subject, keyNode, misspelt(key)),
    ),
  );
}

/** Gives each map after the first the name of the map before it. */
export function sameNames(subject: Subject, maps: readonly MapNode[]): (Mutant | undefined)[] {
  return maps.slice(1).map((map, index) => {
    const [name, other] = [entryOf(map, "name"), valueOf(maps[index], "name")];
    return name === undefined || other?.kind !== "text" ? undefined : withName(subject, name, other.value);
  });
}

export function withName(subject: Subject, entry: MapEntry, name: string): Mutant {
  return replaced(subject, valuePart(subject, entry), name);
}

/** Returns an action of a platform on which another step of the document does not run. */
function foreignAction(step: MapNode, before: readonly MapNode[]): string | undefined {
  const platforms = before.flatMap((each): readonly Platform[][] => {
    const action = actionOf(each);
    return action === undefined || action.platforms.length === 3 ? [] : [[...action.platforms]];
  });
  if (actionOf(step) === undefined) return undefined;
  if (platforms.some((each) => !each.includes("Windows"))) return "ExecutePowerShell";
  return platforms.some((each) => each.includes("Windows") && each.length === 1) ? "ExecuteBash" : undefined;
}

/** Joins an item of a list to the item before it. */
function withoutDash(subject: Subject, map: MapNode): Mutant | undefined {
  const dash = subject.text.lastIndexOf("-", map.start);
  return map.flow || dash < 0 ? undefined : replaced(subject, { start: dash, end: dash + 1 }, " ");
}

const parametersOf = ({ root }: Subject, kind = "parameters"): { item: MapNode; definition: MapNode }[] =>
  mapsOf(valueOf(root, kind)).flatMap((item) => {
    const definition = item.entries[0]?.value;
    return definition?.kind === "map" && item.entries.length === 1 ? [{ item, definition }] : [];
  });

const steps = (subject: Subject): MapNode[] => stepsOf(subject).map(({ step }) => step);
const bodies = (subject: Subject): MapNode[] =>
  [...parametersOf(subject), ...parametersOf(subject, "constants")].map(({ definition }) => definition);
const conditionsOf = (subject: Subject): MapNode[] =>
  steps(subject).flatMap((step) => {
    const found = valueOf(step, "if");
    return found?.kind === "map" ? [found] : [];
  });

/** Mistakes in the structure of a component document: its fields, phases, steps, parameters, loops and conditions. */
export const componentMutators: Mutators = {
  "schema version wrong": (subject) => changed(subject, [subject.root], "schemaVersion", "1.1"),
  "schema version missing": (subject) => lacking(subject, [subject.root], "schemaVersion"),
  "top-level key misspelt": (subject) =>
    misspeltKeys(
      subject,
      [subject.root],
      ["name", "description", "schemaVersion", "parameters", "constants", "phases"],
    ),
  "phases are text": (subject) => changed(subject, [subject.root], "phases", "build"),
  "phases are empty": (subject) => changed(subject, [subject.root], "phases", "[]"),
  "phase name missing": (subject) => lacking(subject, phasesOf(subject), "name"),
  "phase name invalid": (subject) => changed(subject, phasesOf(subject), "name", "build it"),
  "phase never runs": (subject) => changed(subject, phasesOf(subject), "name", "biuld"),
  "phase twice": (subject) => sameNames(subject, phasesOf(subject)),
  "phase key misspelt": (subject) => misspeltKeys(subject, phasesOf(subject)),
  "steps are text": (subject) => changed(subject, phasesOf(subject), "steps", "none"),
  "steps missing": (subject) => lacking(subject, phasesOf(subject), "steps"),
  "step name missing": (subject) => lacking(subject, steps(subject), "name"),
  "step name invalid": (subject) => changed(subject, steps(subject), "name", "Do it!"),
  "step name too short": (subject) => changed(subject, steps(subject), "name", "ab"),
  "step twice": (subject) => phasesOf(subject).flatMap((phase) => sameNames(subject, mapsOf(valueOf(phase, "steps")))),
  "step key misspelt": (subject) => misspeltKeys(subject, steps(subject)),
  "step name is a list": (subject) => changed(subject, steps(subject), "name", "[Install, Tool]"),
  "step without its dash": (subject) =>
    phasesOf(subject).flatMap((phase) =>
      mapsOf(valueOf(phase, "steps"))
        .slice(1)
        .map((step) => withoutDash(subject, step)),
    ),
  "phase without its dash": (subject) =>
    phasesOf(subject)
      .slice(1)
      .map((phase) => withoutDash(subject, phase)),
  "bracket never closed": (subject) => set(subject, steps(subject), "onFailure", "[Abort"),
  "brace never closed": (subject) => set(subject, steps(subject), "if", "{ fileExists: /etc/os-release"),
  "quote within quotes": (subject) => set(subject, steps(subject), "onFailure", "'it's'"),
  "reserved character": (subject) => set(subject, steps(subject), "onFailure", "@Abort"),
  "action is a list": (subject) => changed(subject, steps(subject), "action", "[ExecuteBash]"),
  "action missing": (subject) => lacking(subject, steps(subject), "action"),
  "action misspelt": (subject) =>
    steps(subject).map((step) => {
      const entry = entryOf(step, "action");
      return entry?.value.kind === "text" && actions.has(entry.value.value)
        ? withName(subject, entry, misspelt(entry.value.value))
        : undefined;
    }),
  "action in wrong case": (subject) =>
    steps(subject).map((step) => {
      const entry = entryOf(step, "action");
      return entry?.value.kind === "text" ? withName(subject, entry, entry.value.value.toLowerCase()) : undefined;
    }),
  "action of another platform": (subject) =>
    steps(subject).map((step, index, all) => {
      const [entry, name] = [entryOf(step, "action"), foreignAction(step, all.slice(0, index))];
      return entry === undefined || name === undefined ? undefined : withName(subject, entry, name);
    }),
  "onFailure unknown": (subject) => set(subject, steps(subject), "onFailure", "Retry"),
  "onFailure in wrong case": (subject) => set(subject, steps(subject), "onFailure", "abort"),
  "maxAttempts 0": (subject) => set(subject, steps(subject), "maxAttempts", "0"),
  "maxAttempts is text": (subject) => set(subject, steps(subject), "maxAttempts", "twice"),
  "timeout 0": (subject) => set(subject, steps(subject), "timeoutSeconds", "0"),
  "timeout negative": (subject) => set(subject, steps(subject), "timeoutSeconds", "-60"),
  "timeout is text": (subject) => set(subject, steps(subject), "timeoutSeconds", "10m"),
  "timeout is a fraction": (subject) => set(subject, steps(subject), "timeoutSeconds", "0.5"),
  "disableLogging is text": (subject) => set(subject, steps(subject), "disableLogging", "maybe"),
  "loop is a list": (subject) => set(subject, steps(subject), "loop", "[a, b]"),
  "loop over a number": (subject) => set(subject, steps(subject), "loop", "{ forEach: 5 }"),
  "loop over both": (subject) =>
    set(subject, steps(subject), "loop", "{ forEach: [a], for: { start: 1, end: 2, updateBy: 1 } }"),
  "loop without end": (subject) => set(subject, steps(subject), "loop", "{ for: { start: 1, end: 9, updateBy: -1 } }"),
  "loop lacks updateBy": (subject) => set(subject, steps(subject), "loop", "{ for: { start: 1, end: 9 } }"),
  "loop delimiter": (subject) => set(subject, steps(subject), "loop", '{ forEach: { list: "a|b", delimiter: "|" } }'),
  "condition operator unknown": (subject) => set(subject, steps(subject), "if", "{ stringEqual: a, value: b }"),
  "condition operator misspelt": (subject) => misspeltKeys(subject, conditionsOf(subject)),
  "condition is text": (subject) => set(subject, steps(subject), "if", "always"),
  "condition lacks value": (subject) => set(subject, steps(subject), "if", "{ stringEquals: a }"),
  "condition of two operators": (subject) => set(subject, steps(subject), "if", "{ fileExists: /a, binaryExists: b }"),
  "condition compares no number": (subject) => set(subject, steps(subject), "if", "{ numberEquals: two, value: 2 }"),
  "condition outcome unknown": (subject) => set(subject, steps(subject), "if", "{ fileExists: /a, then: Run }"),
  "condition nested too deep": (subject) =>
    set(subject, steps(subject), "if", "{ not: { not: { not: { not: { fileExists: /a } } } } }"),
  "parameter type missing": (subject) =>
    parametersOf(subject).map(({ item, definition }) => without(subject, definition, "type", item)),
  "parameter type unknown": (subject) => changed(subject, bodies(subject), "type", "text"),
  "parameter key misspelt": (subject) => misspeltKeys(subject, bodies(subject)),
  "parameter name invalid": (subject) =>
    parametersOf(subject).flatMap(({ item }) => item.entries.map(({ keyNode }) => replaced(subject, keyNode, "a b"))),
  "parameter twice": (subject) =>
    parametersOf(subject)
      .slice(1)
      .map(({ item }, index) => {
        const [own, other] = [item.entries[0], parametersOf(subject)[index]?.item.entries[0]];
        return own === undefined || other === undefined ? undefined : replaced(subject, own.keyNode, other.key);
      }),
  "default is a list": (subject) => changed(subject, bodies(subject), "default", "[a, b]"),
};
