import type { ArnReference, AwsReference } from "./reference";

/** A component or workflow document of this project. */
export interface ProjectDocument {
  readonly from: "project";
  /** Path below components/ or workflows/, without .yaml. The prefix `golden:` means a document of this package. */
  readonly document: string;
}

export interface Parameters {
  readonly parameters: Readonly<Record<string, string>>;
}

/** A component in a definition, with its parameters. `version` pins an earlier version of a document; otherwise its current text is used. */
export type ComponentReference = ((ProjectDocument & { readonly version?: string }) | AwsReference | ArnReference) &
  Parameters;

/** A component of a recipe, with its parameters. A document of this project always has its published version. */
export type RecipeComponent = ((ProjectDocument & { readonly version: string }) | AwsReference | ArnReference) &
  Parameters;

/** Returns the document of a component or workflow, or undefined if this project does not create the component or workflow. */
export function documentOf(reference: ProjectDocument | AwsReference | ArnReference): string | undefined {
  return reference.from === "project" ? reference.document : undefined;
}

/** Returns the document of a component if its text is known. Undefined for pinned versions and for components of AWS or of an ARN. */
export function unpinnedDocumentOf(reference: ComponentReference): string | undefined {
  return reference.from === "project" && reference.version === undefined ? reference.document : undefined;
}
