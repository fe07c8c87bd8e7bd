import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { shippedPrefix } from "../documents/shipped-prefix";
import { compareText } from "../problems/problem";
import { packageFolder } from "./package-folder";

export interface ShippedComponent {
  /** Name of the document in references, such as `golden:linux/harden-ssh`. */
  readonly document: string;
  /** Absolute path of the file. */
  readonly path: string;
}

/** Lists the component documents of this package, sorted by name. */
export function shippedComponents(): readonly ShippedComponent[] {
  const folder = join(packageFolder(), "components");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => ({
      document: `${shippedPrefix}${file.replaceAll("\\", "/").replace(/\.yaml$/, "")}`,
      path: join(folder, file),
    }))
    .sort((a, b) => compareText(a.document, b.document));
}

/** Reads those of `documents` that are part of this package. */
export async function readShippedComponents(
  documents: ReadonlySet<string>,
): Promise<readonly (ShippedComponent & { readonly text: string })[]> {
  if (![...documents].some((document) => document.startsWith(shippedPrefix))) return [];
  const named = shippedComponents().filter(({ document }) => documents.has(document));
  return Promise.all(named.map(async (each) => ({ ...each, text: await readFile(each.path, "utf8") })));
}
