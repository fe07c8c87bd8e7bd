import { plainText, valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import { echo } from "./examples";

const loops = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-looping-constructs.html";

export const loopReference: DocumentRule = {
  code: "loop-reference",
  severity: "warning",
  summary: "A reference names a loop that its step does not have. It is not replaced.",
  source: loops,
  fail: [buildSteps(echo("▸{{ loop.index }}"))],
  pass: [buildSteps(`${echo("{{ loop.index }}")}  loop:\n    forEach: [a, b]\n`)],
  eachReference: ({ reference, broken, doubtful, step: { loop, name } }) => {
    if (broken || reference.form !== "loop") return undefined;
    const own = plainText(valueOf(loop, "name"));
    const meant = reference.loop;
    if (loop !== undefined && (meant === "loop" || meant === own)) return undefined;
    if (doubtful && meant !== "loop") return undefined;
    if (loop === undefined) return { message: `${name} has no loop`, fix: "add a loop, or remove the reference" };
    const message =
      own === undefined ? `the loop of ${name} has no name` : `the loop of ${name} is named ${quoted(own)}`;
    return { message, fix: 'name this step\'s own loop, or "loop"' };
  },
};
