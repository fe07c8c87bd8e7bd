import type { Rule } from "../../problems/rule";
import { type MapNode, valueOf } from "../../problems/yaml-tree";
import { outlineOf, type Step, type Variable } from "../component/outline";
import { buildSteps } from "../examples";
import { quoted } from "../reading/describe";
import { wholeNumberOf } from "../reading/field-types";
import type { Report } from "../reading/report";
import { secretParameter } from "./check-credentials";
import { isNamedLikeSecret } from "./credentials";
import { folderToMake, mentionsFolder } from "./download-folders";

const modules = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html";

const endlessStep: Rule = {
  code: "endless-step",
  severity: "warning",
  summary: "A step has no timeout. If it hangs, so does the build, on an instance that costs money.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-schema",
  fail: [buildSteps("- name: Update\n  action: UpdateOS\n  timeoutSeconds: ▸-1\n")],
  pass: [buildSteps("- name: Update\n  action: UpdateOS\n  timeoutSeconds: 14400\n")],
};

const makeFolder = "- name: MakeFolder\n  action: CreateFolder\n  inputs:\n    - path: /opt/tool\n";
const download = (mark = "") =>
  `- name: Fetch\n  action: S3Download\n  inputs:\n    - source: s3://example-bucket/tool.tar.gz\n      destination: ${mark}/opt/tool/tool.tar.gz\n`;

const downloadFolder: Rule = {
  code: "download-folder",
  severity: "warning",
  summary: "A file is downloaded into a folder that the document has not created before.",
  source: `${modules}#action-modules-s3download`,
  fail: [buildSteps(download("▸"))],
  pass: [buildSteps(makeFolder + download())],
};

export const trapRules: readonly Rule[] = [endlessStep, downloadFolder];

/** Warns of what AWSTOE takes and people regret. */
export function checkTraps(root: MapNode, report: Report): void {
  const { phases, variables } = outlineOf(root);
  for (const step of phases.flatMap(({ steps }) => steps)) {
    checkTimeout(step, report);
    checkDownloads(step, report);
  }
  for (const variable of variables) checkParameter(variable, report);
}

/** ExecuteDocument takes no limit but this one. */
function checkTimeout({ map, action, name }: Step, report: Report): void {
  const timeout = valueOf(map, "timeoutSeconds");
  if (timeout === undefined || wholeNumberOf(timeout) !== -1 || action?.name === "ExecuteDocument") return;
  const message = `"timeoutSeconds" of ${name} is -1: the step may take forever`;
  report.add(endlessStep, timeout, message, "write the seconds that the step may take");
}

function checkDownloads({ map, action, inputs }: Step, report: Report): void {
  if (action?.name !== "S3Download" && action?.name !== "WebDownload") return;
  const before = report.source.text.slice(0, map.start);
  for (const item of inputs?.kind === "list" ? inputs.items : []) {
    const destination = valueOf(item, "destination");
    const folder = destination?.kind === "text" ? folderToMake(destination.value) : undefined;
    if (destination === undefined || folder === undefined || mentionsFolder(before, folder)) continue;
    const message = `nothing before this step makes the folder ${quoted(folder)}`;
    report.add(downloadFolder, destination, message, "make it with CreateFolder in a step before");
  }
}

function checkParameter({ kind, name, keyNode, definition }: Variable, report: Report): void {
  if (kind !== "parameter" || !isNamedLikeSecret(name) || saysWhereItIsKept(definition)) return;
  const message = `the parameter ${quoted(name)} seems to take a secret, which everyone can read in the recipe`;
  report.add(
    secretParameter,
    keyNode,
    message,
    "take the name of an SSM parameter or secret, and read it when the step runs",
  );
}

/** A parameter may take the name or ARN of a secret without saying so in its own name. */
function saysWhereItIsKept(definition: Variable["definition"]): boolean {
  const texts = ["description", "default"].map((key) => valueOf(definition, key));
  return texts.some(
    (node) => node?.kind === "text" && /\b(ssm|arn|secrets? ?manager|parameter store)\b|^\//i.test(node.value),
  );
}
