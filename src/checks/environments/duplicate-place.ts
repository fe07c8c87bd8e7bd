import { environmentText } from "../../definitions/example-texts";
import { buildsAnything } from "../../factory/resolve-factory";
import type { ProjectRule } from "../project-rule";

const beside = (parts: Parameters<typeof environmentText>[0]) => ({ "environments/test.yaml": environmentText(parts) });

export const duplicatePlace: ProjectRule = {
  code: "duplicate-place",
  severity: "error",
  refusedBy: "AWS",
  summary:
    "Two environments build in the same account and region with the same prefix, so their resources would have the same names.",
  source: "docs/decisions/0019-names.md",
  fail: [beside({ account: '▸"123456789012"' })],
  pass: [
    beside({ region: "eu-west-1" }),
    beside({ account: '"210987654321"' }),
    beside({ before: "namePrefix: test-\n" }),
  ],
  project({ environments }, report) {
    const owners = new Map<string, string>();
    for (const { name, source, value } of environments) {
      // What an account receives has a stack, and names, of its own.
      if (!buildsAnything(value)) continue;
      const { account, region, namePrefix = "" } = value;
      const place = `${account} ${region} ${namePrefix}`;
      const owner = owners.get(place);
      owners.set(place, owner ?? name);
      if (owner === undefined) continue;
      const message = `environment "${owner}" is in account "${account}" and region "${region}", too`;
      const fix = `put the images of both into environments/${owner}.yaml, give one of them another namePrefix, or change account or region`;
      report({ source, path: ["account"] }, message, fix);
    }
  },
};
