import { listOf } from "../../../problems/suggest";
import { hasWantedPhase, namesOf, phaseLike, wantedPhases } from "../../component/phase-names";
import type { DocumentRule } from "../../document-rule";
import { componentExample, componentText, helloDocument } from "../../examples";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema";

export const noUsablePhase: DocumentRule = {
  code: "no-usable-phase",
  refusedBy: "AWS",
  summary: "No phase is named build, validate or test. Image Builder needs at least one of them.",
  source: page,
  fail: [componentExample(componentText({ phase: "▸install" }))],
  pass: [componentExample(helloDocument)],
  component: ({ outline }, report) => {
    const [first] = namesOf(outline);
    if (first === undefined || hasWantedPhase(outline)) return;
    report(first, `no phase is one of ${listOf(wantedPhases)}`, phaseLike(first.value));
  },
};
