import type { Rule } from "../../problems/rule";
import { entryOf } from "../../problems/yaml-tree";
import { platforms } from "../component-document";
import { buildSteps } from "../examples";
import { quoted } from "../reading/describe";
import { flag, text } from "../reading/field-types";
import { type FieldType, optional, required } from "../reading/fields";
import type { Action } from "./action";
import { oneOfInAnyCase } from "./input-types";

const page =
  "https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-webdownload";
const download = (source = "https://example.com/tool.rpm") =>
  `- name: Fetch\n  action: WebDownload\n  inputs:\n    - source: ${source}\n      destination: /tmp/tool.rpm\n`;

const webUrl: Rule = {
  code: "web-url",
  severity: "warning",
  summary: "The source of WebDownload is not an http or https URL.",
  source: page,
  fail: [buildSteps(download("▸ftp://example.com/tool.rpm"))],
  pass: [buildSteps(download())],
};

const checksumAlone: Rule = {
  code: "checksum-alone",
  severity: "warning",
  summary: "WebDownload verifies a download only if both checksum and algorithm are given.",
  source: page,
  fail: [buildSteps(`${download()}      ▸algorithm: SHA256\n`)],
  pass: [buildSteps(`${download()}      checksum: 9e107d9d372bb6826bd81d3542a419d6\n      algorithm: MD5\n`)],
};

export const webDownloadRules = [webUrl, checksumAlone];

const url: FieldType = text("an http or https address", ({ value }, { name, at }, report) => {
  if (/^https?:\/\//i.test(value)) return;
  report.add(
    webUrl,
    at,
    `${name} is ${quoted(value)}, expected an http or https address`,
    "write an address that starts with https://",
  );
});

export const webDownload: Action = {
  name: "WebDownload",
  platforms,
  inputs: "list",
  fields: {
    source: required(url),
    destination: required(text()),
    overwrite: optional(flag),
    checksum: optional(text()),
    algorithm: optional(oneOfInAnyCase(["MD5", "SHA1", "SHA256", "SHA512"])),
    ignoreCertificateErrors: optional(flag),
  },
  outputs: ["destination"],
  check: ({ map, name }, report) => {
    const checksum = entryOf(map, "checksum");
    const algorithm = entryOf(map, "algorithm");
    const alone = checksum ?? algorithm;
    if (alone === undefined || (checksum !== undefined && algorithm !== undefined)) return;
    const other = alone === checksum ? "algorithm" : "checksum";
    report.add(
      checksumAlone,
      alone.keyNode,
      `${name} has "${alone.key}" but no "${other}", so nothing is verified`,
      `add "${other}"`,
    );
  },
};
