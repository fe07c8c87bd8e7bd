/** The document of this project that a component or workflow is made from; undefined where it is none of this project. */
export function documentOf(
  reference: { readonly from: "project"; readonly document: string } | { readonly from: "aws" | "arn" },
): string | undefined {
  return reference.from === "project" ? reference.document : undefined;
}
