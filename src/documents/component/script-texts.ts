import { type ListNode, type Span, valueOf } from "../../problems/yaml-tree";
import type { Report } from "../reading/report";
import type { Outline, Step } from "./outline";

/**
 * The commands of one ExecuteBash or ExecutePowerShell step, joined into one script as AWSTOE runs them.
 *
 * This is where the checks of scripts plug in: they take these and the report, and need to know nothing of documents.
 */
export interface ScriptText {
  readonly language: "bash" | "powershell";
  /** References are still in it. */
  readonly text: string;
  /** For messages, e.g. `step "Install"`. */
  readonly step: string;
  /** The place in the file of a part of `text`, in UTF-16 units. */
  readonly span: (from: number, to: number) => Span;
}

const languages: Readonly<Record<string, ScriptText["language"]>> = {
  ExecuteBash: "bash",
  ExecutePowerShell: "powershell",
};

export function scriptTexts({ phases }: Outline, report: Report): ScriptText[] {
  return phases.flatMap(({ steps }) => steps.flatMap((step) => scriptText(step, report) ?? []));
}

function scriptText({ action, inputs, name }: Step, report: Report): ScriptText | undefined {
  const language = action === undefined ? undefined : languages[action.name];
  const commands = valueOf(inputs, "commands");
  if (language === undefined || commands?.kind !== "list") return undefined;
  const parts = partsOf(commands);
  const locate = (offset: number): Span => {
    const part = parts.findLast(({ start }) => start <= offset);
    if (part === undefined) return commands;
    return report.source.spanWithin(part.node, offset - part.start, offset - part.start);
  };
  return {
    language,
    text: parts.map(({ node }) => node.value).join("\n"),
    step: name,
    span: (from, to) => ({ start: locate(from).start, end: locate(to).end }),
  };
}

/** Each command with where it starts in the script. */
function partsOf(commands: ListNode) {
  let start = 0;
  return commands.items.flatMap((node) => {
    if (node.kind !== "text") return [];
    const part = { node, start };
    start += node.value.length + 1;
    return [part];
  });
}
