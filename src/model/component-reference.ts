import { type ArnReference, type AwsReference, ownerAndName } from "./reference";

/** A document of this project: by its path below components/ or workflows/, without .yaml. */
export interface ProjectDocument {
  readonly from: "project";
  /** With `golden:` before it, one that comes with this package. */
  readonly document: string;
}

export interface Parameters {
  readonly parameters: Readonly<Record<string, string>>;
}

/** A component, as definitions name it, and what it is given; a document as its text is, or under a version that it has had. */
export type ComponentReference = ((ProjectDocument & { readonly version?: string }) | AwsReference | ArnReference) &
  Parameters;

/** The same as recipes hold it: a document of this project is published under a version. */
export type RecipeComponent = ((ProjectDocument & { readonly version: string }) | AwsReference | ArnReference) &
  Parameters;

/** `linux/update-os` and its version, or `aws/update-linux` and `x.x.x`. */
export function namedVersion(component: RecipeComponent): { readonly name: string; readonly version: string } {
  return component.from === "project"
    ? { name: component.document, version: component.version }
    : ownerAndName(component);
}

/** The document of this project that a component or workflow is made from; undefined where it is none of this project. */
export function documentOf(reference: ProjectDocument | AwsReference | ArnReference): string | undefined {
  return reference.from === "project" ? reference.document : undefined;
}

/** The same, but undefined where a version is pinned, whose text is not known. */
export function unpinnedDocumentOf(reference: ComponentReference): string | undefined {
  return reference.from === "project" && reference.version === undefined ? reference.document : undefined;
}
