import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

interface Licensed {
  /** Name, version and licence, e.g. `zod 4.6.7 (MIT)`. */
  readonly title: string;
  readonly licence: string;
  /** Text of the licence; undefined if the package contains none. */
  readonly text?: string;
}

/**
 * Returns the licences of the packages in a bundle, as these licences require. Each text appears once, below the names of all packages that
 * have it.
 *
 * @throws Error if a package has no text, and no other package with the same licence has one
 */
export async function notices(root: string, moduleIds: readonly string[]): Promise<string> {
  const names = moduleIds.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  const packages = [...new Set([...names, "sh-syntax"])].sort();
  const all = await Promise.all(packages.map((name) => licensed(join(root, "node_modules", name))));
  const byText = new Map<string, string[]>();
  for (const { title, licence, text } of all) {
    const found = text ?? all.find((other) => other.licence === licence && other.text !== undefined)?.text;
    if (found === undefined) throw new Error(`${title} comes without the text of its licence`);
    byText.set(found, [...(byText.get(found) ?? []), title]);
  }
  const sections = [...byText].map(([text, titles]) => `== ${titles.join("\n== ")}\n\n${text}\n`);
  return `This package holds the following others.\n\n${sections.join("\n")}`;
}

async function licensed(folder: string): Promise<Licensed> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Readonly<
    Record<"name" | "version" | "license", string>
  >;
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? undefined : (await readFile(join(folder, file), "utf8")).trim();
  return { title: `${name} ${version} (${license})`, licence: license, text };
}
