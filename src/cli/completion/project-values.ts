import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";

import { compareText } from "../../problems/problem";
import type { Values } from "./complete";

/** Returns a function that completes values of a project. It lists files but does not read them, so that the tab key does not have to wait. */
export function projectValues(cwd: string): Values {
  return async (placeholder, project) => {
    const root = resolve(cwd, project ?? ".");
    switch (placeholder) {
      case "environment":
      case "environments":
      case "environment-or-arn":
      case "stack":
        return named(root, ["environments"]);
      case "image":
      case "images":
        return named(root, ["images", "containers"]);
      case "code": {
        const { allRules } = await import("../../checks/all-rules");
        return allRules.map(({ code }) => code).sort(compareText);
      }
      case "component": {
        const [{ shippedComponents }, { shippedPrefix }] = await Promise.all([
          import("../../project/shipped-components"),
          import("../../documents/shipped-prefix"),
        ]);
        return shippedComponents().map(({ document }) => document.slice(shippedPrefix.length));
      }
      default:
        return undefined;
    }
  };
}

/** Returns the names of the definitions in folders of the project. Ignores folders that cannot be read. */
async function named(root: string, folders: readonly string[]): Promise<readonly string[]> {
  const files = await Promise.all(folders.map((folder) => readdir(join(root, folder)).catch(() => [])));
  return files
    .flat()
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => file.replace(/\.ya?ml$/, ""))
    .sort(compareText);
}
