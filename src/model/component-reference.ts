/** A component of a recipe, as definitions name it, and what it is given. */
export type ComponentReference =
  /** A document by its path below components/, without .yaml; with `golden:` before it, one that comes with this package. */
  (
    | { readonly from: "project"; readonly document: string }
    /** A component that AWS manages, by name. */
    | { readonly from: "aws"; readonly name: string; readonly version: string }
    | { readonly from: "arn"; readonly arn: string }
  ) & {
    readonly parameters: Readonly<Record<string, string>>;
  };
