import { bashCode, expanded, quoted } from "./bash-code";

const pseudoParameter =
  /(?<!\\)\$\{AWS::(?:AccountId|NoValue|NotificationARNs|Partition|Region|StackId|StackName|URLSuffix)\}/g;

/** A pseudo parameter of CloudFormation in a script, e.g. `${AWS::Region}`. */
export interface CloudFormationVariable {
  /** Offset in UTF-16 units from the start of the script. */
  readonly offset: number;
  readonly variable: string;
}

/** Returns the pseudo parameters that bash would expand: not those in single quotes, comments, and here-documents with a quoted delimiter. */
export function cloudFormationVariables(script: string): CloudFormationVariable[] {
  const found = [...script.matchAll(pseudoParameter)];
  if (found.length === 0) return [];
  const code = bashCode(script);
  return found.flatMap(({ index, 0: variable }) =>
    ["$", quoted, expanded].includes(code.charAt(index)) ? [{ offset: index, variable }] : [],
  );
}
