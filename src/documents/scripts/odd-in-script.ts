import type { Fault } from "../reading/field-rule";
import { bashCode } from "./bash-code";
import { isAscii, type OddCharacters, oddCharacters, withoutCommentLines } from "./odd-characters";
import { powershellOf } from "./powershell";
import type { ScriptText } from "./script-text";

/** Returns characters in the commands of a script that look like other characters, or are invisible. */
export function oddInScript(script: Pick<ScriptText, "language" | "text">): OddCharacters[] {
  const { language, text } = script;
  if (isAscii(text)) return [];
  if (language === "powershell") return oddCharacters(withoutCommentLines(text), powershellOf(script).code);
  const code = bashCode(text);
  // `bashCode` replaces comments and here-documents with blanks, but quoted text with another character.
  const uncommented = text.replace(/[^\s]/g, (character, at: number) =>
    /[ \t]/.test(code.charAt(at)) ? " " : character,
  );
  return oddCharacters(uncommented, code);
}

/**
 * Returns the fault for characters that look like others, or are invisible.
 *
 * @param where place of the characters, e.g. `step "Greet"`
 */
export function oddFault({ kind, codePoints }: OddCharacters, where: string): Fault {
  switch (kind) {
    case "mixed":
      return {
        message: `a word of ${where} mixes alphabets: ${codePoints} only looks like Latin`,
        fix: "type the word again",
      };
    case "blank":
      return { message: `${where} contains ${codePoints}, which is not a space to a shell`, fix: "write a space" };
    case "invisible":
      return { message: `${where} contains ${codePoints}, which is invisible`, fix: "remove it" };
  }
}
