import type { YamlSource } from "../../problems/yaml-source";
import type { ListNode, Span } from "../../problems/yaml-tree";

/**
 * Commands as one script, as whoever runs them joins them: of an ExecuteBash or ExecutePowerShell step, of a command that a workflow sends, or user data.
 *
 * This is where the checks of scripts plug in: they take these and the report, and need to know nothing of documents.
 */
export interface ScriptText {
  readonly language: "bash" | "powershell";
  /** References are still in it. */
  readonly text: string;
  /** Where it is, for messages, e.g. `step "Install"`. */
  readonly step: string;
  /** What to do here instead of restarting the machine, as a fix. */
  readonly insteadOfRestart: string;
  /** The place in the file of a part of `text`, in UTF-16 units. */
  readonly span: (from: number, to: number) => Span;
}

/** A list of commands, one to a line. */
export function scriptOfCommands(
  commands: ListNode,
  about: Pick<ScriptText, "language" | "step" | "insteadOfRestart">,
  source: YamlSource,
): ScriptText {
  const parts = partsOf(commands);
  const locate = (offset: number): Span => {
    const part = parts.findLast(({ start }) => start <= offset);
    if (part === undefined) return commands;
    return source.spanWithin(part.node, offset - part.start, offset - part.start);
  };
  return {
    ...about,
    text: parts.map(({ node }) => node.value).join("\n"),
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
