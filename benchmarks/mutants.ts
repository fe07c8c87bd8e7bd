import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";

import { type CheckOptions } from "../src/documents/check-document";
import { platformOfFolder } from "../src/project/component-names";
import { measure, type Result } from "./mutants/measure";

/**
 * Measures how many mistakes the check of documents finds, and how many of them on the right line. Each mutant of a document has one change that is
 * certainly a mistake. Documents that already have an error are skipped.
 *
 *   npm run bench:mutants -- [--most N] [--show KIND] [FOLDER…]
 *
 * The documents of the project are always measured. `--most`: mutants per kind and document, default 25. `--show`: prints the mutants that were not
 * found on the right line, of the kinds whose name contains KIND ("" for all).
 */
const root = resolve(__dirname, "..");
const { values, positionals } = parseArgs({
  options: { most: { type: "string", default: "25" }, show: { type: "string" } },
  allowPositionals: true,
});

function documentsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ya?ml|json)$/.test(path))
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function optionsOf(path: string): CheckOptions {
  const name = relative(join(root, "components"), path).split("\\").join("/");
  return name.startsWith("..") ? {} : { platform: platformOfFolder(name) };
}

const paths = [join(root, "components"), join(root, "workflows"), ...positionals].flatMap(documentsIn);
const results = paths.flatMap((path) => {
  const measured = measure(path, readFileSync(path, "utf8"), optionsOf(path), Number(values.most));
  if (measured === undefined) console.log(`left out, it has an error already: ${path}`);
  return measured ?? [];
});

function row(kind: string, of: readonly Result[]): string {
  const [found, located] = [of.filter((each) => each.found), of.filter((each) => each.located)];
  const share = of.length === 0 ? "" : `${((100 * located.length) / of.length).toFixed(1)} %`;
  return [
    kind.padEnd(46),
    ...[of.length, found.length, located.length, share].map((cell) => String(cell).padStart(9)),
  ].join("");
}

const kinds = [...new Set(results.map(({ kind }) => kind))];
console.log(`${paths.length} documents\n`);
console.log(`${"".padEnd(46)}${["mutants", "found", "at line", "share"].map((title) => title.padStart(9)).join("")}`);
for (const kind of kinds)
  console.log(
    row(
      kind,
      results.filter((each) => each.kind === kind),
    ),
  );
console.log(row("all", results));

if (values.show !== undefined) {
  for (const { kind, file, mutant, news, located } of results) {
    if (located || !kind.includes(values.show)) continue;
    console.log(`\n${kind}: ${file}, expected on line ${mutant.lines.join(" or ")}`);
    const lines = mutant.text.split("\n");
    for (const line of mutant.lines) console.log(`  ${line} | ${lines[line - 1] ?? ""}`);
    for (const { line, column, code, message } of news) console.log(`  got ${line}:${column} ${code}: ${message}`);
  }
}
