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

/** Matches the comment that silences component-unused in the shipped library, whose images do not use every component. */
const keptUnused = /^# check-ignore-file component-unused:.*\n/m;

/**
 * Copies a shipped component document into the project, where it can be changed.
 *
 * @param name of the component, with or without `golden:`
 * @returns what to do next, as lines of text
 * @throws UsageError if no such component is shipped; FileError if the file exists, because it is never overwritten
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
    throw new FileError(`${file} exists already and is not overwritten`);
  const naming = [...images.values(), ...containers.values()].flatMap(({ source, value }) =>
    (value?.components ?? []).flatMap((reference, index) =>
      documentOf(reference) === wanted ? [`${source.file}:${source.locate(["components", index]).start.line}`] : [],
    ),
  );
  return [
    `${file} written: a copy from the installed golden-images`,
    ...naming.map((place) => `${place} names "${wanted}"; write "${pathOf(found)}" there to use yours`),
    `Then run "${howToRun("lock")}".`,
  ];
}

/** Returns the path of a shipped component below components/, e.g. `linux/harden-ssh`. */
function pathOf({ document }: ShippedComponent): string {
  return document.slice(shippedPrefix.length);
}
