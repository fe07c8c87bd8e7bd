import { listOf } from "../../../problems/suggest";
import { hasWantedPhase, namesOf, phaseLike, runPhases } from "../../component/phase-names";
import type { DocumentRule } from "../../document-rule";
import { componentExample, helloDocument, indented, sayHello } from "../../examples";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema";

export const phaseNeverRuns: DocumentRule = {
  code: "phase-never-runs",
  severity: "warning",
  summary: "Image Builder does not run a phase with this name. It runs build, validate, test and container-host-test.",
  source: page,
  fail: [componentExample(`${helloDocument}  - name: ▸cleanup\n    steps:\n${indented(sayHello, 6)}`)],
  pass: [componentExample(`${helloDocument}  - name: validate\n    steps:\n${indented(sayHello, 6)}`)],
  component: ({ outline }, report) => {
    const names = namesOf(outline);
    // If no phase is usable, another rule reports the first one.
    for (const name of hasWantedPhase(outline) ? names : names.slice(1)) {
      if (runPhases.includes(name.value)) continue;
      const message = `Image Builder never runs phase "${name.value}", only ${listOf(runPhases)}`;
      report(name, message, phaseLike(name.value));
    }
  },
};
