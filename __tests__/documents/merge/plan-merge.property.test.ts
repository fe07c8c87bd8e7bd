import fc from "fast-check";

import { type ComponentUse, type DocumentUse, isDocumentUse } from "../../../src/documents/merge/component-use";
import { planMerge, usesOf } from "../../../src/documents/merge/plan-merge";
import { tries } from "../../helpers/sample";
import { interpret } from "./interpret";
import { mergeDocuments, useOf } from "./uses";

const foreign: ComponentUse = {
  parameters: {},
};

/** Documents of which two or three fill the 65,536 bytes or the 25 parameters. */
const use: fc.Arbitrary<ComponentUse> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(foreign) },
  {
    weight: 6,
    arbitrary: fc
      .record({
        name: fc.constantFrom("a", "b", "c"),
        length: fc.constantFrom(10, 10, 10_000, 21_000, 32_000),
        parameters: fc.constantFrom(0, 0, 1, 8, 12, 13),
        phases: fc.constantFrom(
          ["build"],
          ["build", "validate"],
          ["validate"],
          ["test"],
          ["build", "test"],
          ["validate", "build"],
        ),
        platform: fc.constantFrom("Linux", "Linux", "Linux", "Windows"),
      })
      .map(({ name, length, parameters, phases, platform }) => {
        const steps = phases.map((phase) => ({
          name: phase,
          steps: [{ name: "Update", action: "UpdateOS", inputs: { include: ["x".repeat(length)] } }],
        }));
        const declared = Array.from({ length: parameters }, (_, index) => ({
          [`Name${index}`]: { type: "string", default: "a" },
        }));
        return useOf(
          `linux/${name}`,
          JSON.stringify({ schemaVersion: 1.0, parameters: declared, phases: steps }),
          {},
          platform,
        );
      }),
  },
);

interface Outcome {
  readonly touched: number;
  readonly documents: number;
  readonly later: number;
}

/** Every way to cut a list into runs of neighbours. */
function* cuts<T>(items: readonly T[]): Generator<T[][]> {
  if (items.length === 0) yield [];
  for (let size = 1; size <= items.length; size++)
    for (const rest of cuts(items.slice(size))) yield [items.slice(0, size), ...rest];
}

function isAllowed(run: readonly ComponentUse[]): boolean {
  if (run.length === 1) return true;
  const documents = run.filter(isDocumentUse);
  const [first] = documents;
  if (documents.length < run.length || documents.some(({ platform }) => platform !== first?.platform)) return false;
  if (documents.some(({ parsed }) => parsed.phases.join() === "validate,build")) return false;
  const parameters = documents.reduce((sum, { parsed }) => sum + parsed.parameters.length, 0);
  return parameters <= 25 && Buffer.byteLength(mergeDocuments(documents).text) <= 65_536;
}

function outcomeOf(runs: readonly (readonly ComponentUse[])[]): Outcome {
  const merged = runs.filter(({ length }) => length > 1).map((run) => run.filter(isDocumentUse));
  const later = (run: readonly DocumentUse[]): number =>
    run.filter(
      ({ parsed }, index) =>
        parsed.phases.includes("validate") && run.slice(index + 1).some((each) => each.parsed.phases.includes("build")),
    ).length;
  return {
    touched: merged.reduce((sum, { length }) => sum + length, 0),
    documents: merged.length,
    later: merged.reduce((sum, run) => sum + later(run), 0),
  };
}

function compare(a: Outcome, b: Outcome): number {
  return a.touched - b.touched || a.documents - b.documents || a.later - b.later;
}

describe("the plan for an image", () => {
  it("is as good as any of all possible ones, and there is one wherever one is possible", () => {
    fc.assert(
      fc.property(fc.array(use, { minLength: 1, maxLength: 7 }), fc.integer({ min: 1, max: 6 }), (drawn, limit) => {
        // Each document once: which uses of one document are merged is not chosen, but given.
        const uses = drawn.map((each, index) =>
          isDocumentUse(each) ? { ...each, document: `${each.document}-${index}` } : each,
        );
        const allowed = new Map<string, boolean>();
        const outcomes = [...cuts(uses.map((each, index) => ({ each, index })))].flatMap((runs) => {
          if (runs.length > limit) return [];
          const fits = runs.every((run) => {
            const key = run.map(({ index }) => index).join();
            const known = allowed.get(key) ?? isAllowed(run.map(({ each }) => each));
            allowed.set(key, known);
            return known;
          });
          return fits ? [outcomeOf(runs.map((run) => run.map(({ each }) => each)))] : [];
        });
        const [best] = outcomes.sort(compare);
        const plan = planMerge(uses, limit);
        const planned =
          "why" in plan || plan.tooMany !== undefined ? undefined : outcomeOf(plan.components.map(usesOf));
        expect(planned).toStrictEqual(best);
      }),
      { numRuns: tries(100) },
    );
  });

  it("leaves no more components than it may, each once, in their order, each document within its quotas and doing the same", () => {
    fc.assert(
      fc.property(fc.array(use, { minLength: 2, maxLength: 30 }), (uses) => {
        const plan = planMerge(uses, 20);
        const components = "why" in plan || plan.tooMany !== undefined ? [] : plan.components;
        fc.pre(components.length > 0);
        expect(components.length).toBeLessThanOrEqual(20);
        const alone = components.flatMap((each) =>
          "use" in each && isDocumentUse(each.use) ? [each.use.document] : [],
        );
        expect(new Set(alone).size).toBe(alone.length);
        expect(components.flatMap(usesOf)).toStrictEqual(uses);
        for (const { merged, uses: together } of components.filter((each) => "merged" in each)) {
          const document = useOf("merged", merged.text, merged.parameters, merged.platform);
          expect(document.parsed.parameters.length).toBeLessThanOrEqual(25);
          expect(Buffer.byteLength(merged.text)).toBeLessThanOrEqual(65_536);
          expect(interpret([document])).toStrictEqual(interpret(together));
        }
      }),
      { numRuns: tries(20) },
    );
  });
});
