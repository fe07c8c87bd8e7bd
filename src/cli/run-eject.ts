import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { shippedPrefix } from "../documents/shipped-prefix";
import { FileError } from "../files/file-error";
import { writeNewFile } from "../files/new-files";
import { documentOf } from "../model/component-reference";
import { howToRun } from "../problems/how-to-run";
import { writeOneOf } from "../problems/suggest";
import type { Project } from "../project/load-project";
import type { ShippedComponent } from "../project/shipped-components";
import { UsageError } from "./usage-error";

/** Why the library keeps what none of its own images name. */
const keptUnused = /^# check-ignore-file component-unused:.*\n/m;

/**
 * Copies a shipped component document into a project, where it can be changed.
 *
 * @param name with or without `golden:`
 * @returns what is to be done next, as lines
 * @throws UsageError for a name that is not shipped, FileError where there is such a file already: it is never overwritten
 */
export async function ejectComponent(
  root: string,
  name: string,
  shipped: readonly ShippedComponent[],
  { images, containers }: Pick<Project, "images" | "containers">,
): Promise<readonly string[]> {
  const wanted = name.startsWith(shippedPrefix) ? name : `${shippedPrefix}${name}`;
  const found = shipped.find(({ document }) => document === wanted);
  if (found === undefined)
    throw new UsageError(`no component "${name}" comes with golden-images; ${writeOneOf(name, shipped.map(pathOf))}`);
  const file = `components/${pathOf(found)}.yaml`;
  const target = join(root, file);
  const text = await readFile(found.path, "utf8");
  if (!(await writeNewFile(target, text.replace(keptUnused, ""))))
    throw new FileError(`${file} exists already, and is left as it is`);
  const naming = [...images.values(), ...containers.values()].flatMap(({ source, value }) =>
    (value?.components ?? []).flatMap((reference, index) =>
      documentOf(reference) === wanted ? [`${source.file}:${source.locate(["components", index]).start.line}`] : [],
    ),
  );
  return [
    `${file} written, from golden-images as installed`,
    ...naming.map((place) => `${place} names "${wanted}"; write "${pathOf(found)}" there to use yours`),
    `Then run "${howToRun("lock")}".`,
  ];
}

/** `linux/harden-ssh` */
function pathOf({ document }: ShippedComponent): string {
  return document.slice(shippedPrefix.length);
}
