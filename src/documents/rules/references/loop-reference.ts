import { plainText, valueOf } from "../../../problems/yaml-tree";
import type { Step } from "../../component/outline";
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
  fail: [
    buildSteps(echo("▸{{ loop.index }}")),
    buildSteps(
      `- name: Wait\n  action: ExecuteBash\n  loop:\n    name: each\n    forEach: [a, b]\n  inputs:\n    commands: [sleep 1]\n${echo("▸{{ each.value }}")}`,
    ),
  ],
  pass: [
    buildSteps(`${echo("{{ loop.index }}")}  loop:\n    forEach: [a, b]\n`),
    buildSteps(
      "- name: Write\n  action: CreateFile\n  inputs:\n    - path: /etc/motd.j2\n      content: '{{ item.value }}'\n",
    ),
  ],
  eachReference: ({ reference, broken, doubtful, step: { loop, name }, outline: { phases } }) => {
    if (broken || reference.form !== "loop") return undefined;
    const own = nameOf(loop);
    const meant = reference.loop;
    if (loop !== undefined && (meant === "loop" || meant === own)) return undefined;
    if (doubtful && meant !== "loop") return undefined;
    if (loop === undefined) {
      // Ansible and others write {{ item.value }} for a loop of their own.
      const isKnown = meant === "loop" || phases.some(({ steps }) => steps.some((step) => nameOf(step.loop) === meant));
      return isKnown ? { message: `${name} has no loop`, fix: "add a loop, or remove the reference" } : undefined;
    }
    const message =
      own === undefined ? `the loop of ${name} has no name` : `the loop of ${name} is named ${quoted(own)}`;
    return { message, fix: 'name this step\'s own loop, or "loop"' };
  },
};

function nameOf(loop: Step["loop"]): string | undefined {
  return plainText(valueOf(loop, "name"));
}
