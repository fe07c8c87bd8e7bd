import { type Hardening, type KeptAsItWas, keptInEnvironment, keptInImage } from "../../adoption/hardening";
import { withoutPath } from "../../adoption/without-path";
import { inspectProject } from "../../checks/inspect-project";
import { UserError } from "../../files/user-error";
import type { YamlSource } from "../../problems/yaml-source";
import type { Project } from "../../project/load-project";
import { withoutIdleSilences } from "../adopt/silences";
import { writeFiles } from "../copy-project";

export interface Edit {
  readonly before: string;
  readonly after: string;
}

export interface EditOptions {
  readonly environment: string;
  /** Which settings to harden. Default: all. */
  readonly only?: readonly Hardening[];
  /** Folder with a copy of the project. The lines are removed there first, to find comments that no longer silence anything. */
  readonly copy: string;
}

/**
 * Returns the edits that remove the lines with which an adoption kept old settings, by path.
 *
 * @throws UserError if a line cannot be removed
 */
export async function editsOf(
  project: Project,
  { environment, only, copy }: EditOptions,
): Promise<ReadonlyMap<string, Edit>> {
  const isWanted = (of: Hardening): boolean => only?.includes(of) !== false;
  const sources = sourcesOf(project, environment);
  const cut = new Map(
    sources.map(
      ({ source, kept }) =>
        [
          source.file,
          without(
            source,
            kept.filter(({ of }) => isWanted(of)),
          ),
        ] as const,
    ),
  );
  await writeFiles(copy, cut);
  const { problems } = await inspectProject(copy);
  const edits = sources.map(({ source: { file, text: before } }) => {
    const text = cut.get(file) ?? before;
    const after = isWanted("comments") ? withoutIdleSilences(file, text, problems) : text;
    return [file, { before, after }] as const;
  });
  return new Map(edits.filter(([, { before, after }]) => before !== after));
}

interface Source {
  readonly source: YamlSource;
  readonly kept: readonly KeptAsItWas[];
}

/** Returns the file of an environment, and the files of the images and containers that it builds. */
function sourcesOf(project: Project, name: string): readonly Source[] {
  const environment = project.environments.get(name);
  if (environment === undefined) return [];
  const { images = {}, containers = {} } = environment.value ?? {};
  const listed = [
    ...Object.keys(images).map((image) => project.images.get(image)),
    ...Object.keys(containers).map((container) => project.containers.get(container)),
  ];
  return [
    { source: environment.source, kept: keptInEnvironment(environment.source.value()) },
    ...listed.flatMap((each) =>
      each === undefined ? [] : [{ source: each.source, kept: keptInImage(each.source.value()) }],
    ),
  ];
}

function without({ file, text: before }: YamlSource, kept: readonly KeptAsItWas[]): string {
  return kept.reduce((text, { path }) => {
    const cut = withoutPath(text, path);
    if (cut === undefined)
      throw new UserError(`${file}: "${path.join(".")}" cannot be cut out of the text; remove it by hand`);
    return cut;
  }, before);
}
