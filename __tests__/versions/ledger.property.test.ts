import fc from "fast-check";

import { digestOf } from "../../src/versions/digest";
import { Ledger } from "../../src/versions/ledger";
import { mergeLocks } from "../../src/versions/merge-locks";
import { compareVersions } from "../../src/versions/version";
import { tries } from "../helpers/sample";

const file = "versions.lock.json";
const names = ["linux/a", "linux/b"];
const environments = ["dev", "poc", "prod"];
const lines = ["1.0", "1.1", "2.0"];

/** What the project holds at one time: for each name the content in each environment that has it. */
type State = Readonly<Record<string, { readonly line: string; readonly contents: Readonly<Record<string, string>> }>>;

const contents = fc.dictionary(fc.constantFrom(...environments), fc.constantFrom("x", "y", "z"), {
  noNullPrototype: true,
});
const state: fc.Arbitrary<State> = fc.dictionary(
  fc.constantFrom(...names),
  fc.record({ line: fc.constantFrom("1.0", "1.0", ...lines), contents }, { noNullPrototype: true }),
  { noNullPrototype: true },
);
const states = fc.array(state, { maxLength: 10 });

interface Given {
  readonly name: string;
  readonly environment: string;
  readonly content: string;
  readonly version: string;
}

/** Locks the project once; undefined where a line was lowered, which writes nothing. */
function lock(text: string | undefined, project: State): { text: string; given: Given[]; changes: number } | undefined {
  const { ledger, problems } = Ledger.read(file, text);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const given = Object.entries(project).flatMap(([name, { line, contents: held }]) => {
    const digests = Object.fromEntries(
      Object.entries(held).map(([environment, content]) => [environment, digestOf(content)]),
    );
    const versions = ledger.assign({ kind: "component", name, line, digests, why: () => "changed" });
    return [...versions].map(([environment, version]) => ({
      name,
      environment,
      content: held[environment] ?? "",
      version,
    }));
  });
  ledger.finish();
  return ledger.problems.length > 0 ? undefined : { text: ledger.toText(), given, changes: ledger.changes.length };
}

/** Every lock of a history, each from the last one that was written. */
function run(history: readonly State[], start?: string): { text: string | undefined; given: Given[][] } {
  let text = start;
  const given: Given[][] = [];
  for (const project of history) {
    const outcome = lock(text, project);
    if (outcome === undefined) continue;
    text = outcome.text;
    given.push(outcome.given);
  }
  return { text, given };
}

/** What is wrong: a version that meant two contents, an environment that went back, or other content without a higher version. */
function faults(given: readonly Given[]): unknown[] {
  const contentOf = new Map<string, string>();
  const last = new Map<string, Given>();
  return given.flatMap((now) => {
    const published = `${now.name} ${now.version}`;
    const place = `${now.name} ${now.environment}`;
    const meant = contentOf.get(published) ?? now.content;
    const before = last.get(place) ?? now;
    contentOf.set(published, now.content);
    last.set(place, now);
    const step = compareVersions(now.version, before.version);
    const grows = now.content === before.content ? step >= 0 : step > 0;
    return meant === now.content && grows ? [] : [{ now, meant, before }];
  });
}

describe("any history of a project", () => {
  it("gives a version one content for ever, and versions that only grow in each environment", () => {
    fc.assert(
      fc.property(states, (history) => {
        expect(faults(run(history).given.flat())).toEqual([]);
      }),
      { numRuns: tries(200) },
    );
  });

  it("is locked by one lock: a second one changes nothing", () => {
    fc.assert(
      fc.property(states, state, (history, project) => {
        const once = lock(run(history).text, project);
        fc.pre(once !== undefined);
        const twice = lock(once.text, project);
        expect(twice).toEqual({ ...once, changes: 0 });
      }),
      { numRuns: tries(200) },
    );
  });

  it("keeps the version of what did not change, on the same line", () => {
    fc.assert(
      fc.property(states, state, (history, project) => {
        const once = lock(run(history).text, project);
        fc.pre(once !== undefined);
        const grown = { ...project, "linux/c": { line: "1.0", contents: { dev: "x" } } };
        expect(lock(once.text, grown)?.given).toEqual(expect.arrayContaining(once.given));
      }),
    );
  });

  it("does not depend on the order of names and environments", () => {
    const reversed = (project: State): State =>
      Object.fromEntries(
        Object.entries(project)
          .reverse()
          .map(([name, { line, contents: held }]) => [
            name,
            { line, contents: Object.fromEntries(Object.entries(held).reverse()) },
          ]),
      );
    fc.assert(
      fc.property(states, (history) => {
        expect(run(history.map(reversed)).text).toBe(run(history).text);
      }),
    );
  });

  it("reports a change whenever the file changes", () => {
    fc.assert(
      fc.property(states, state, (history, project) => {
        const before = run(history).text;
        const after = lock(before, project);
        fc.pre(before !== undefined && after !== undefined);
        expect(after.changes > 0).toBe(after.text !== before);
      }),
      { numRuns: tries(200) },
    );
  });
});

describe("two branches that were merged", () => {
  it("never reuse a version for other content than either had published", () => {
    fc.assert(
      fc.property(states, states, states, states, (trunk, left, right, after) => {
        const base = run(trunk);
        const sides = [run(left, base.text), run(right, base.text)] as const;
        fc.pre(sides[0].text !== undefined && sides[1].text !== undefined);
        const { text, problems } = mergeLocks({ file, text: sides[0].text }, { file, text: sides[1].text });
        expect(problems).toEqual([]);
        const merged = run(after, text);
        expect(sides.flatMap((side) => faults([...base.given, ...side.given, ...merged.given].flat()))).toEqual([]);
      }),
      { numRuns: tries(200) },
    );
  });

  it("hold the same lock whichever came first, and the same one where they do not differ", () => {
    fc.assert(
      fc.property(states, states, states, (trunk, left, right) => {
        const base = run(trunk).text;
        const [ours, theirs] = [run(left, base).text, run(right, base).text];
        fc.pre(ours !== undefined && theirs !== undefined);
        const merge = (a: string, b: string): string => mergeLocks({ file, text: a }, { file, text: b }).text;
        expect(merge(ours, theirs)).toBe(merge(theirs, ours));
        expect(merge(ours, ours)).toBe(ours);
      }),
    );
  });
});
