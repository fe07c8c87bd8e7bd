import { checkDocument } from "../../src/documents/check-document";
import { buildSteps } from "../../src/documents/examples";

/** Returns the codes of all problems of a component document with these steps in its build phase. */
export function codesOfSteps(steps: string): readonly string[] {
  return Object.entries(buildSteps(steps)).flatMap(([file, text]) =>
    checkDocument(file, text).problems.map(({ code }) => code),
  );
}
