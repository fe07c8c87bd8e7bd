import { maskReferences } from "./references";
import type { ScriptFault } from "./script-fault";
import { parseShell } from "./shell-parser";

/**
 * What mvdan/sh refuses and bash accepts when it reads a script: bash looks into arithmetic, `[[ … ]]`, `${…}`, array values and
 * names only when it gets there, takes `((` for two subshells where it must, and closes a here-document at the end by itself.
 */
const forgivenByBash =
  /here-document|heredoc|arithm|\(\(|ternary|follow (a name|an expression)|by (an expression|names or assignments)|test operator|complex expr|parameter (expansion|name)|expansion operator|@ expansion|array|index|inline variable|(var|func) name|anonymous function|negate|feature|UTF-8|too deep/;

/** The first fault in a bash script; undefined where there is none, or where the script is for another interpreter. */
export function bashFault(script: string): ScriptFault | undefined {
  if (isForAnotherInterpreter(script)) return undefined;
  const error = parseShell(maskReferences(script));
  if (error === undefined || forgivenByBash.test(error.text)) return undefined;
  return { offset: error.offset, message: error.text };
}

function isForAnotherInterpreter(script: string): boolean {
  const shebang = /^#!(.*)/.exec(script)?.[1];
  return shebang !== undefined && !/\b(ba|da|k)?sh\b/.test(shebang);
}
