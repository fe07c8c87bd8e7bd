import type { Rule } from "../../problems/rule";
import { buildSteps } from "../examples";
import type { Report } from "../reading/report";
import { bashCode } from "./bash-code";
import { type OddCharacters, isAscii, oddCharacters, withoutCommentLines } from "./odd-characters";
import { readPowershell } from "./powershell";
import type { ScriptText } from "./script-text";

const cve = "https://nvd.nist.gov/vuln/detail/CVE-2021-42574";
const command = (text: string) =>
  buildSteps(`- name: Greet\n  action: ExecuteBash\n  inputs:\n    commands:\n      - ${text}\n`);

const invisibleCharacter: Rule = {
  code: "invisible-character",
  severity: "warning",
  summary:
    "A command contains an invisible character, or a blank that the shell does not treat as a space. It does not run as it reads.",
  source: `${cve}; Bash manual, "Definitions": a blank is a space or a tab`,
  fail: [command("rm -f▸\u00a0/tmp/list")],
  pass: [command("rm -f /tmp/list")],
};

const mixedScripts: Rule = {
  code: "mixed-scripts",
  severity: "warning",
  summary:
    "A word of a command mixes letters of two alphabets that look alike. It is not the word that it seems to be.",
  source: `${cve}; https://www.unicode.org/reports/tr39/#Mixed_Script_Detection`,
  fail: [command("▸\u0441url --version")],
  pass: [command("curl --version")],
};

export const characterRules: readonly Rule[] = [invisibleCharacter, mixedScripts];

/** Looks for characters in commands that are not what they seem. */
export function checkCharacters(scripts: readonly ScriptText[], report: Report): void {
  for (const script of scripts) {
    for (const odd of oddIn(script)) {
      const { rule, message, fix } = oddProblem(odd, script.step);
      report.add(rule, script.span(odd.offset, odd.offset + odd.length), message, fix);
    }
  }
}

/** How to say it. @param where e.g. `step "Greet"` */
export function oddProblem(
  { kind, codePoints }: OddCharacters,
  where: string,
): { readonly rule: Rule; readonly message: string; readonly fix: string } {
  if (kind === "mixed") {
    const message = `a word of ${where} mixes alphabets: ${codePoints} only looks like Latin`;
    return { rule: mixedScripts, message, fix: "type the word again" };
  }
  return kind === "blank"
    ? {
        rule: invisibleCharacter,
        message: `${where} holds ${codePoints}, which is not a space to a shell`,
        fix: "write a space",
      }
    : { rule: invisibleCharacter, message: `${where} holds ${codePoints}, which nobody sees`, fix: "remove it" };
}

function oddIn({ language, text }: ScriptText): OddCharacters[] {
  if (isAscii(text)) return [];
  if (language === "powershell") return oddCharacters(withoutCommentLines(text), readPowershell(text).code);
  const code = bashCode(text);
  // Quoted text is covered otherwise than comments and here-documents are.
  const uncommented = text.replace(/[^\s]/g, (character, at: number) => (code[at] === " " ? " " : character));
  return oddCharacters(uncommented, code);
}
