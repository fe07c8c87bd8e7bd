import { repeats } from "../../../collections/repeats";
import { type Span, valueOf, type YamlNode } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps, helloStep, sayHello } from "../../examples";
import { quoted } from "../../reading/describe";

const page = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema";

export const duplicateName: DocumentRule = {
  code: "duplicate-name",
  refusedBy: "AWS",
  summary: "Two phases, two steps or loops of a phase, or two parameters or constants have the same name.",
  source: page,
  fail: [buildSteps(`${sayHello}${helloStep("▸SayHello")}`)],
  pass: [buildSteps(`${sayHello}${helloStep("SayGoodbye")}`)],
  component: ({ outline: { phases, variables }, source }, report) => {
    const checkUnique = (kind: string, names: readonly Named[]): void => {
      for (const { item, first } of repeats(names, ({ name }) => name)) {
        const message = `${kind} ${quoted(item.name)} already exists, on line ${source.position(first.at.start).line}`;
        report(item.at, message, "give it another name");
      }
    };
    checkUnique(
      "parameter or constant",
      variables.map(({ name, keyNode }) => ({ name, at: keyNode })),
    );
    checkUnique("phase", named(phases.map(({ map }) => valueOf(map, "name"))));
    for (const { steps } of phases) {
      checkUnique("step", named(steps.map(({ map }) => valueOf(map, "name"))));
      checkUnique("loop", named(steps.map(({ loop }) => valueOf(loop, "name"))));
    }
  },
};

interface Named {
  readonly name: string;
  readonly at: Span;
}

function named(nodes: readonly (YamlNode | undefined)[]): Named[] {
  return nodes.flatMap((node) => (node?.kind === "text" ? [{ name: node.value, at: node }] : []));
}
