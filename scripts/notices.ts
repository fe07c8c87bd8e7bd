import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The licences of the packages that a bundle holds, as these ask for. */
export async function notices(root: string, moduleIds: readonly string[]): Promise<string> {
  const names = moduleIds.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []);
  const packages = [...new Set([...names, "sh-syntax"])].sort();
  const texts = await Promise.all(packages.map((name) => notice(join(root, "node_modules", name))));
  return `This package holds the following others.\n\n${texts.join("\n")}`;
}

/** @throws Error for a package without a licence */
async function notice(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Readonly<
    Record<"name" | "version" | "license", string>
  >;
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return `== ${name} ${version} (${license})\n\n${(await readFile(join(folder, file), "utf8")).trim()}\n`;
}
