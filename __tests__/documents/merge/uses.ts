import type { Platform } from "../../../src/aws/platform";
import { checkDocument } from "../../../src/documents/check-document";
import type { DocumentUse } from "../../../src/documents/merge/component-use";
import { type MergedDocument, mergeParts } from "../../../src/documents/merge/merge-documents";
import { partOf } from "../../../src/documents/merge/part";

/** A use of the document with that text, which has to be a component document. */
export function useOf(
  document: string,
  text: string,
  parameters: Readonly<Record<string, string>> = {},
  platform: Platform = "Linux",
): DocumentUse {
  const { document: parsed } = checkDocument(`components/${document}.yaml`, text, { platform });
  if (parsed?.kind !== "component") throw new Error(`no component document: ${text}`);
  return { document, text, platform, parameters, parsed };
}

export function mergeDocuments(uses: readonly DocumentUse[]): MergedDocument {
  return mergeParts(uses.map(partOf));
}

/** A document whose build phase has these steps. */
export function building(steps: string, before = ""): string {
  return `schemaVersion: 1.0\n${before}phases:\n  - name: build\n    steps:\n${steps.replace(/^(?=.)/gm, "      ")}`;
}

export function errorsIn(text: string, platform: Platform): string[] {
  return checkDocument("merged.yaml", text, { platform })
    .problems.filter(({ severity }) => severity === "error")
    .map(({ line, code, message }) => `${line} ${code} ${message}`);
}
