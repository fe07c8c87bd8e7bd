import type { YamlSource } from "../../problems/yaml-source";
import type { ListNode, Span } from "../../problems/yaml-tree";

/**
 * Commands joined into one script as they will be executed: from an ExecuteBash or ExecutePowerShell step, from a command that a workflow
 * sends, or from user data.
 *
 * Script checks take only scripts and a report, so that they do not depend on documents.
 */
export interface ScriptText {
  readonly language: "bash" | "powershell";
  /** Script with its references. */
  readonly text: string;
  /** Place of the script for messages, e.g. `step "Install"`. */
  readonly where: string;
  /** Suggestion for what to use here instead of restarting the machine. */
  readonly insteadOfRestart: string;
  /** Returns the span in the file of a part of `text`. Offsets in UTF-16 units. */
  readonly span: (from: number, to: number) => Span;
}

/** Creates a script from a list of commands, one per line. */
export function scriptOfCommands(
  commands: ListNode,
  about: Pick<ScriptText, "language" | "where" | "insteadOfRestart">,
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

/** Returns each command with its offset in the script. */
function partsOf(commands: ListNode) {
  let start = 0;
  return commands.items.flatMap((node) => {
    if (node.kind !== "text") return [];
    const part = { node, start };
    start += node.value.length + 1;
    return [part];
  });
}
