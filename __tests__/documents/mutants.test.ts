import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

import { measure, type Result } from "../../benchmarks/mutants/measure";
import { platformOfFolder } from "../../src/project/component-names";
import { whole } from "../helpers/sample";

const root = join(__dirname, "../..");

/** Of one kind and document: `npm run bench:mutants` makes all of them. */
const most = whole ? 4 : 1;

function documentsIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .map((path) =>
      relative(root, join(root, folder, path))
        .split(sep)
        .join("/"),
    )
    .sort();
}

function resultsOf(file: string): readonly Result[] {
  const platform = platformOfFolder(file.replace(/^components\//, ""));
  const results = measure(file, readFileSync(join(root, file), "utf8"), { platform }, most);
  if (results === undefined) throw new Error(`${file} has an error already`);
  return results;
}

const results = [...documentsIn("components"), ...documentsIn("workflows")].flatMap(resultsOf);
const kinds = [...new Set(results.map(({ kind }) => kind))];

/** A quote is taken out of the middle of a script: which of the quotes after it lacks its counterpart can only be guessed. */
const guessed = /: (single|double) quote taken out$/;

function describeMiss({ file, mutant, news }: Result): string {
  const got = news.map(({ line, code, message }) => `${line} ${code}: ${message}`);
  return `${file}, expected on line ${mutant.lines.join(" or ")}, got ${got.join("; ") || "nothing"}`;
}

describe("a mistake in a document of the project", () => {
  it("is one of many kinds, each of which some document allows", () => {
    expect(kinds.length).toBeGreaterThan(130);
  });

  it.each(kinds.filter((kind) => !guessed.test(kind)))("is found at its line: %s", (kind) => {
    const missed = results.filter((result) => result.kind === kind && !result.located);
    expect(missed.map(describeMiss)).toStrictEqual([]);
  });

  it("is found at its line nearly always where a quote is taken out of a script", () => {
    const ofQuotes = results.filter(({ kind }) => guessed.test(kind));
    expect(ofQuotes.filter(({ located }) => located).length / ofQuotes.length).toBeGreaterThanOrEqual(0.95);
  });
});
