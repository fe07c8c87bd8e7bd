import { entryOf } from "../../../problems/yaml-tree";
import { inputMaps } from "../../component/inputs";
import type { DocumentRule } from "../../document-rule";
import { buildSteps } from "../../examples";
import { webDownload } from "./examples";

const page =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-webdownload";

export const checksumAlone: DocumentRule = {
  code: "checksum-alone",
  severity: "warning",
  summary: "WebDownload verifies a download only if both checksum and algorithm are given.",
  source: page,
  fail: [buildSteps(`${webDownload()}      ▸algorithm: SHA256\n`)],
  pass: [buildSteps(`${webDownload()}      checksum: 9e107d9d372bb6826bd81d3542a419d6\n      algorithm: MD5\n`)],
  eachStep: (step, report) => {
    if (step.action?.name !== "WebDownload") return;
    for (const { map, name } of inputMaps(step)) {
      const checksum = entryOf(map, "checksum");
      const algorithm = entryOf(map, "algorithm");
      const alone = checksum ?? algorithm;
      if (alone === undefined || (checksum !== undefined && algorithm !== undefined)) continue;
      const other = alone === checksum ? "algorithm" : "checksum";
      report(alone.keyNode, `${name} has "${alone.key}" but no "${other}", so nothing is verified`, `add "${other}"`);
    }
  },
};
