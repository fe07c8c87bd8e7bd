import { parseDocument } from "yaml";

import type { ImageFactory } from "../../factory/image-factory";
import type { Project } from "../../project/load-project";

/** A change of one file in a project. */
export interface Edit {
  /** Path relative to the project folder. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

interface Text {
  readonly file: string;
  readonly text: string;
}

/**
 * Returns an edit with a typical typo in a file that the environment uses: in a component document of the project, or else in the
 * definition of its last image or container. Returns undefined if there is no text to mistype.
 */
export function typoIn(project: Project, factory: ImageFactory): Edit | undefined {
  const [edit] = [
    ...ownDocuments(project, factory).map(({ file, text }) =>
      edited(file, text, text.replace(/^(\s+(?:- )?action: Execute)(?:Bash|PowerShell)$/m, "$1Bsh")),
    ),
    ...lastDefinition(project, factory).map(({ file, text }) =>
      // An image without documents of the project uses documents that are shipped with the package.
      edited(file, text, text.replace(/(golden:\S+)\w/, "$1")),
    ),
  ].filter(({ before, after }) => before !== after);
  return edit;
}

/** Returns a harmless edit that leads to a new version, in a file that is chosen as in {@link typoIn}. */
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

/** Returns the documents that have a file in the project folder. Shipped documents are in this package, and merged documents have no file. */
function ownDocuments({ components }: Project, factory: ImageFactory): Text[] {
  return factory.components.flatMap(({ document }) => {
    const found = components.get(document);
    return found === undefined || found.path !== undefined ? [] : [found];
  });
}

function lastDefinition({ images, containers }: Project, factory: ImageFactory): Text[] {
  const image = factory.images.at(-1);
  const container = factory.containers.at(-1);
  const definition = image === undefined ? container && containers.get(container.name) : images.get(image.name);
  return definition === undefined ? [] : [definition.source];
}

/** Returns a definition with another description, which needs a new recipe version because AWS cannot change recipes. */
function described(text: string): string {
  const definition = parseDocument(text);
  definition.set("description", "Edited by the demo");
  return definition.toString({ lineWidth: 0 });
}
