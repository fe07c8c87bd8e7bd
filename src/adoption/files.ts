import { stringify } from "yaml";

import type { Draft } from "./translation/draft";

/** Texts of files by path, relative to the project folder. */
export type Files = ReadonlyMap<string, string>;

/** Returns the files of a draft, except those that depend on the generated stack. */
export function filesOf(environment: string, draft: Draft): Files {
  const yaml = (value: unknown): string => stringify(value, { lineWidth: 120, aliasDuplicateObjects: false });
  return new Map([
    [`environments/${environment}.yaml`, yaml(draft.environment)],
    ...[...draft.images].map(([name, image]) => [`images/${name}.yaml`, yaml(image)] as const),
    ...[...draft.containers].map(([name, container]) => [`containers/${name}.yaml`, yaml(container)] as const),
    ...[...draft.components].map(([document, text]) => [`components/${document}.yaml`, text] as const),
    ...[...draft.workflows].map(([document, text]) => [`workflows/${document}.yaml`, text] as const),
    ...draft.dockerfiles,
  ]);
}
