import fc from "fast-check";

import type { DocumentUse } from "../../../src/documents/merge/component-use";
import { componentNames, componentText } from "../../helpers/component-document";
import { tries } from "../../helpers/sample";
import { documentName, documentText, text } from "./documents";
import { interpret } from "./interpret";
import { errorsIn, mergeDocuments, useOf } from "./uses";

/** Uses of documents without errors; a parameter without a default always gets a value, others by chance. */
const use: fc.Arbitrary<DocumentUse> = fc
  .tuple(documentName, documentText, fc.array(fc.option(text, { nil: undefined }), { minLength: 5, maxLength: 5 }))
  .filter(([, document]) => errorsIn(document, "Linux").length === 0)
  .map(([name, document, given]) => {
    const { parsed } = useOf(name, document);
    const parameters = parsed.parameters.flatMap((parameter, index) => {
      const value = given[index] ?? (parameter.default === undefined ? "given" : undefined);
      return value === undefined ? [] : [[parameter.name, value] as const];
    });
    return useOf(name, document, Object.fromEntries(parameters));
  });
const uses = fc.array(use, { minLength: 1, maxLength: 4 }).chain((some) =>
  // The same document again, with what it is given there.
  fc
    .array(fc.nat(some.length - 1), { maxLength: 2 })
    .map((again) => [...some, ...again.flatMap((index) => some[index] ?? [])]),
);

const often = { numRuns: tries(60) };

describe("a merged document", () => {
  it("does what the documents do one after another, in each phase", () => {
    fc.assert(
      fc.property(uses, (some) => {
        const { text: merged, parameters } = mergeDocuments(some);
        const document = useOf("merged", merged, parameters);
        expect(interpret([document])).toStrictEqual(interpret(some));
      }),
      often,
    );
  });

  it("has no error where they have none", () => {
    fc.assert(
      fc.property(uses, (some) => {
        expect(errorsIn(mergeDocuments(some).text, "Linux")).toStrictEqual([]);
      }),
      often,
    );
  });

  it("is the same byte for byte whatever plain values the image gives", () => {
    fc.assert(
      fc.property(uses, fc.string(), (some, value) => {
        const giving = (given: (name: string) => [string, string][]): DocumentUse[] =>
          some.map((each) => ({
            ...each,
            parameters: Object.fromEntries(each.parsed.parameters.flatMap(({ name }) => given(name))),
          }));
        const plain = value.replace(/[{}]/g, "");
        expect(mergeDocuments(giving((name) => [[name, plain]])).text).toBe(mergeDocuments(giving(() => [])).text);
      }),
      { numRuns: tries(20) },
    );
  });

  it("can be merged once more", () => {
    fc.assert(
      fc.property(uses, (some) => {
        const merged = mergeDocuments(some);
        const again = mergeDocuments([useOf("linux/merged", merged.text, merged.parameters)]);
        expect(interpret([useOf("again", again.text, again.parameters)])).toStrictEqual(interpret(some));
      }),
      { numRuns: tries(20) },
    );
  });
});

describe("the documents that come with the project", () => {
  const platforms = { linux: "Linux", windows: "Windows", macos: "macOS" } as const;

  it.each(Object.entries(platforms))("merge without an error, and do the same: %s", (folder, platform) => {
    const all = componentNames()
      .filter((name) => name.startsWith(`${folder}/`))
      .map((name) => {
        const { parsed } = useOf(name, componentText(name), {}, platform);
        const needed = parsed.parameters.filter((parameter) => parameter.default === undefined);
        return useOf(name, componentText(name), Object.fromEntries(needed.map((each) => [each.name, "jq"])), platform);
      });
    const merged = mergeDocuments(all);
    expect(errorsIn(merged.text, platform)).toStrictEqual([]);
    expect(interpret([useOf("merged", merged.text, merged.parameters, platform)])).toStrictEqual(interpret(all));
  });
});
