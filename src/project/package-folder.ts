import { existsSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** Returns the folder of this package, which contains components/ and schemas/: this repository, or golden-images below node_modules. */
export function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** Returns the version of this package, such as 0.1.0. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as { version: string };
  return version;
}

/** Returns the cache folder of this package, which is safe to delete. */
export function cacheFolder(): string {
  const folder = packageFolder();
  const modules = folder.split(sep).lastIndexOf("node_modules");
  const root =
    modules < 0
      ? join(folder, "node_modules")
      : folder
          .split(sep)
          .slice(0, modules + 1)
          .join(sep);
  return join(root, ".cache", "golden-images");
}
