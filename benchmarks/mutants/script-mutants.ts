import { entryOf, type MapEntry, type TextNode, valueOf } from "../../src/problems/yaml-tree";
import { actionOf, stepsOf } from "./component-mutants";
import { columnOf, endOfLine, type Mutant, type Mutators, replaced, type Subject } from "./mutant";

function commandsOf(subject: Subject, action: string): MapEntry[] {
  return stepsOf(subject).flatMap(({ step }) => {
    const inputs = valueOf(step, "inputs");
    const commands =
      inputs?.kind === "map" && actionOf(step)?.name === action ? entryOf(inputs, "commands") : undefined;
    return commands === undefined ? [] : [commands];
  });
}

/** Adds a last command with the mistake. The mistake is expected to be reported at that command. */
function withLast(subject: Subject, { value }: MapEntry, command: string): Mutant | undefined {
  const { text } = subject;
  if (value.kind !== "list" || text[value.start] !== "-") return undefined;
  const last = value.items.at(-1);
  if (last?.kind !== "text") return undefined;
  const end = last.start + text.slice(last.start, last.end).trimEnd().length;
  const lineEnd = endOfLine(text, end);
  const indentation = " ".repeat(columnOf(text, value.start));
  return replaced(subject, { start: lineEnd, end: lineEnd }, `\n${indentation}- ${command}`, lineEnd + 1);
}

function bash(command: string) {
  return (subject: Subject) => commandsOf(subject, "ExecuteBash").map((entry) => withLast(subject, entry, command));
}

function powershell(command: string) {
  return (subject: Subject) =>
    commandsOf(subject, "ExecutePowerShell").map((entry) => withLast(subject, entry, command));
}

/** Removes a line that ends a block, if the script has exactly one block of that kind. */
function endless(subject: Subject, opener: RegExp, closer: RegExp): (Mutant | undefined)[] {
  return commandsOf(subject, "ExecuteBash").flatMap(({ value }) =>
    (value.kind === "list" ? value.items : []).map((node) => {
      if (node.kind !== "text" || node.style !== "literal") return undefined;
      const [open, second] = linesLike(subject, node, opener);
      const [close, other] = linesLike(subject, node, closer);
      const single = second === undefined && other === undefined;
      return open === undefined || close === undefined || !single
        ? undefined
        : replaced(subject, close, "", open.start);
    }),
  );
}

/** Removes the second of exactly two quotes on a line, if all earlier quotes of the script are closed. */
function unquoted(subject: Subject, action: string, quote: string): (Mutant | undefined)[] {
  const pattern = new RegExp(`^[^"'\`#\n]*${quote}[^"'\`\n]*${quote}[^"'\`\n]*$`);
  return commandsOf(subject, action).flatMap(({ value }) =>
    (value.kind === "list" ? value.items : []).flatMap((node) => {
      if (node.kind !== "text" || node.style !== "literal" || node.value.includes("<<")) return [];
      return linesLike(subject, node, /^.+$/).map(({ start, end }) => {
        const line = subject.text.slice(start, end);
        const before = subject.text.slice(node.start, start).replace(/\\./g, "");
        const isOutside = [`"`, "'"].every((each) => before.split(each).length % 2 === 1);
        const second = start + line.lastIndexOf(quote);
        return pattern.test(line) && isOutside
          ? replaced(subject, { start: second, end: second + 1 }, "", start)
          : undefined;
      });
    }),
  );
}

function linesLike({ text }: Subject, node: TextNode, pattern: RegExp): { start: number; end: number }[] {
  const flags = new RegExp(pattern, "gm");
  return [...text.slice(node.start, node.end).matchAll(flags)].map(({ 0: found, index }) => ({
    start: node.start + index,
    end: node.start + index + found.length,
  }));
}

/** Mistakes in scripts that their interpreter cannot read. */
export const scriptMutators: Mutators = {
  "bash: double quote never closed": bash(`echo "hello`),
  "bash: single quote never closed": bash(`echo 'hello`),
  "bash: if without fi": bash("if true; then echo hello"),
  "bash: for without done": bash("for word in a b; do echo $word"),
  "bash: fi without if": bash("fi"),
  "bash: substitution never closed": bash("echo $(date"),
  "bash: brace never closed": bash("greet() { echo hello"),
  "bash: bracket without counterpart": bash("echo hello )"),
  "bash: pipe to nothing": bash("echo hello |"),
  "bash: fi taken out": (subject) => endless(subject, /^[ \t]*if\s.*$/, /^[ \t]*fi[ \t]*$/),
  "bash: done taken out": (subject) => endless(subject, /^[ \t]*(for|while|until)\s.*$/, /^[ \t]*done[ \t]*$/),
  "bash: double quote taken out": (subject) => unquoted(subject, "ExecuteBash", `"`),
  "bash: single quote taken out": (subject) => unquoted(subject, "ExecuteBash", "'"),
  // A script that exits by itself never reaches the added command.
  "bash: reboot": (subject) => (subject.text.includes("exit 194") ? [] : bash("shutdown -r now")(subject)),
  "bash: package command that asks": bash("yum install jq"),
  "powershell: double quote never closed": powershell(`Write-Host "hello`),
  "powershell: single quote never closed": powershell(`Write-Host 'hello`),
  "powershell: double quote taken out": (subject) => unquoted(subject, "ExecutePowerShell", `"`),
  "powershell: single quote taken out": (subject) => unquoted(subject, "ExecutePowerShell", "'"),
  "powershell: brace never closed": powershell("if ($true) { Write-Host hello"),
  "powershell: parenthesis never closed": powershell("Write-Host (Get-Date"),
  "powershell: brace without counterpart": powershell("Write-Host hello }"),
  "powershell: restart": powershell("Restart-Computer -Force"),
};
