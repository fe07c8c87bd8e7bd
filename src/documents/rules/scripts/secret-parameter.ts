import { valueOf, type YamlNode } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { componentExample } from "../../examples";
import { quoted } from "../../reading/describe";
import { isNamedLikeSecret } from "../../scripts/credentials";

const secretsPage = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html";
const using = (name: string, marker = ""): string =>
  `schemaVersion: 1.0
parameters:
  - ${marker}${name}:
      type: string
phases:
  - name: build
    steps:
      - name: Show
        action: ExecuteBash
        inputs:
          commands:
            - echo {{ ${name} }}
`;

export const secretParameter: DocumentRule = {
  code: "secret-parameter",
  severity: "warning",
  summary: "The name of a parameter suggests a secret. Its value is visible in the recipe to everyone who can read it.",
  source: secretsPage,
  fail: [componentExample(using("DatabasePassword", "▸"))],
  pass: [componentExample(using("DatabasePasswordParameterName"))],
  eachVariable: ({ kind, name, keyNode, definition }, report) => {
    if (kind !== "parameter" || !isNamedLikeSecret(name) || saysWhereItIsKept(definition)) return;
    const message = `the parameter ${quoted(name)} seems to be a secret, which everyone can read in the recipe`;
    report(keyNode, message, "pass the name of an SSM parameter or secret, and read it when the step runs");
  },
};

/** Checks whether the description or default says where the secret is stored. The value is then the name or ARN of a secret. */
function saysWhereItIsKept(definition: YamlNode | undefined): boolean {
  const texts = ["description", "default"].map((key) => valueOf(definition, key));
  return texts.some(
    (node) => node?.kind === "text" && /\b(ssm|arn|secrets? ?manager|parameter store)\b|^\//i.test(node.value),
  );
}
