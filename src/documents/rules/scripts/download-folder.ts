import { itemsOf, valueOf } from "../../../problems/yaml-tree";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { quoted } from "../../reading/describe";
import { folderToMake, mentionsFolder } from "../../scripts/download-folders";

const modules = "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html";
const makeFolder = "- name: MakeFolder\n  action: CreateFolder\n  inputs:\n    - path: /opt/tool\n";
const download = (mark = "") =>
  `- name: Fetch\n  action: S3Download\n  inputs:\n    - source: s3://example-bucket/tool.tar.gz\n      destination: ${mark}/opt/tool/tool.tar.gz\n`;
const fetch =
  "- name: Fetch\n  action: WebDownload\n  inputs:\n    - source: https://example.com/tool.tar.gz\n      destination: /opt/tool/tool.tar.gz\n";

export const downloadFolder: DocumentRule = {
  code: "download-folder",
  severity: "warning",
  summary:
    "S3Download writes into a folder that the document has not created before. Unlike WebDownload, it does not create folders.",
  source: `${modules}#action-modules-s3download: all folders must exist prior to download; WebDownload creates any required folder`,
  fail: [buildSteps(download("▸"))],
  pass: [buildSteps(makeFolder + download()), buildSteps(fetch)],
  eachStep: ({ map, action, inputs }, report, { source }) => {
    if (action?.name !== "S3Download") return;
    const before = source.text.slice(0, map.start);
    for (const item of itemsOf(inputs)) {
      const destination = valueOf(item, "destination");
      const folder = destination?.kind === "text" ? folderToMake(destination.value) : undefined;
      if (destination === undefined || folder === undefined || mentionsFolder(before, folder)) continue;
      const message = `nothing before this step creates the folder ${quoted(folder)}`;
      report(destination, message, "make it with CreateFolder in a step before");
    }
  },
};
