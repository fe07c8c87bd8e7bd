import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import { cloudFormationVariables } from "../../scripts/cloudformation-variables";
import { bash } from "./examples";

const tags =
  /^!(And|Base64|Cidr|Equals|FindInMap|GetAtt|GetAZs|If|ImportValue|Join|Not|Or|Ref|Select|Split|Sub|Transform)$/;

const fix = "write what the template would put here";

export const cloudformationSyntax: DocumentRule = {
  code: "cloudformation-syntax",
  severity: "warning",
  summary:
    "A text has the form of a CloudFormation template: `!Sub`, `!Ref`, or `${AWS::Region}` in bash. Outside a template nobody resolves it, and bash takes `${AWS::Region}` for a part of `$AWS`.",
  source:
    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html; manual of bash, shell parameter expansion",
  fail: [
    buildSteps(bash("!Sub ▸echo ${Name}")),
    buildSteps(bash('aws s3 cp "s3://tools-▸${AWS::AccountId}/tool" /opt/')),
  ],
  pass: [buildSteps(bash("echo ${Name}", "echo '${AWS::Region}'"))],
  file: ({ tree }, report) => {
    for (const { tag, ...span } of tree?.tagged ?? [])
      if (tags.test(tag)) report(span, `only a CloudFormation template resolves "${tag}"`, fix);
  },
  eachScript: ({ language, text, span }, report) => {
    if (language !== "bash") return;
    for (const { offset, variable } of cloudFormationVariables(text)) {
      const message = `only a CloudFormation template resolves ${quoted(variable)}`;
      report(span(offset, offset + variable.length), message, fix);
    }
  },
};
