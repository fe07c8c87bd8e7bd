import { anything, flag, text } from "../reading/field-types";
import { checkFields, optional, required } from "../reading/fields";
import type { Report } from "../reading/report";
import type { Outline } from "./outline";

/** Top-level fields that a component document can have. */
export const documentFields = {
  name: optional(text()),
  description: optional(text()),
  schemaVersion: required({ ...anything, expects: "1.0" }),
  // These three fields have separate checks.
  parameters: optional(anything),
  constants: optional(anything),
  phases: required({ ...anything, expects: "a list of phases" }),
  disableLogging: optional(flag),
};

export function readTopLevel({ root }: Outline, report: Report): void {
  checkFields(root, documentFields, { name: "the document", at: root.entries[0]?.keyNode ?? root }, report);
}
