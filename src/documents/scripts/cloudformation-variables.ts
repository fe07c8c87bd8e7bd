import { bashCode } from "./bash-code";

const pseudoParameter =
  /(?<!\\)\$\{AWS::(?:AccountId|NoValue|NotificationARNs|Partition|Region|StackId|StackName|URLSuffix)\}/g;

/** A pseudo parameter of CloudFormation in a script, e.g. `${AWS::Region}`. */
export interface CloudFormationVariable {
  /** Offset in UTF-16 units from the start of the script. */
  readonly offset: number;
  readonly variable: string;
}

/** Returns the pseudo parameters that bash would expand: those outside single quotes, comments and here-documents. */
export function cloudFormationVariables(script: string): CloudFormationVariable[] {
  const found = [...script.matchAll(pseudoParameter)];
  if (found.length === 0) return [];
  const code = bashCode(script);
  return found.flatMap(({ index, 0: variable }) =>
    code.charAt(index) === "$" || (code.charAt(index) !== " " && isInDoubleQuotes(code, index))
      ? [{ offset: index, variable }]
      : [],
  );
}

/** Checks what opens the quoted text at a place. In the code of a script, the quotes of single-quoted text are replaced, too. */
function isInDoubleQuotes(code: string, index: number): boolean {
  return /[")]_*$/.test(code.slice(Math.max(index - longestQuote, 0), index));
}

/** Number of characters in which the opening quote is looked for. A limit, as a script may consist of variables. */
const longestQuote = 2000;
