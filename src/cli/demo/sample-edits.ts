import { parseDocument } from "yaml";

import type { ImageFactory } from "../../factory/image-factory";
import type { Project } from "../../project/load-project";

/** A change of one file of a project. */
export interface Edit {
  /** Relative to the project folder. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

interface Text {
  readonly file: string;
  readonly text: string;
}

/**
 * A mistake as people make it, in a file that the environment uses: in a component document of the project, else in the definition of its last
 * image or container. Undefined where there is nothing to mistype.
 */
export function typoIn(project: Project, factory: ImageFactory): Edit | undefined {
  const [edit] = [
    ...ownDocuments(project, factory).map(({ file, text }) =>
      edited(file, text, text.replace(/^(\s+(?:- )?action: Execute)(?:Bash|PowerShell)$/m, "$1Bsh")),
    ),
    ...lastDefinition(project, factory).map(({ file, text }) =>
      // Each image without documents of the project uses those that come with the package.
      edited(file, text, text.replace(/(golden:\S+)\w/, "$1")),
    ),
  ].filter(({ before, after }) => before !== after);
  return edit;
}

/** A harmless edit that asks for a new version, of the same choice of files. */
export function editIn(project: Project, factory: ImageFactory): Edit | undefined {
  const [edit] = [
    ...ownDocuments(project, factory).map(({ file, text }) =>
      edited(file, text, `${text.trimEnd()}\n# Edited by the demo.\n`),
    ),
    ...lastDefinition(project, factory).map(({ file, text }) => edited(file, text, described(text))),
  ];
  return edit;
}

function edited(file: string, before: string, after: string): Edit {
  return { file, before, after };
}

/** Those in the project folder: what comes with this package lies elsewhere, and what was merged has no file. */
function ownDocuments({ components }: Project, factory: ImageFactory): Text[] {
  return factory.components.flatMap(({ document }) => {
    const found = components.get(document);
    return found === undefined || found.path !== undefined ? [] : [found];
  });
}

function lastDefinition({ images, containers }: Project, factory: ImageFactory): Text[] {
  const image = factory.images.at(-1);
  const container = factory.containers.at(-1);
  const definition = image === undefined ? containers.get(container?.name ?? "") : images.get(image.name);
  return definition === undefined ? [] : [definition.source];
}

/** With another description: it is part of a recipe, which AWS cannot change. */
function described(text: string): string {
  const definition = parseDocument(text);
  definition.set("description", "Edited by the demo");
  return definition.toString({ lineWidth: 0 });
}
