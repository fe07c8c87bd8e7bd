import { repeats } from "../../collections/repeats";
import { environmentText } from "../../definitions/example-texts";
import { buildsAnything } from "../../factory/resolve-factory";
import type { Environment } from "../context/environments";
import type { ProjectRule } from "../project-rule";

const beside = (parts: Parameters<typeof environmentText>[0]) => ({ "environments/test.yaml": environmentText(parts) });

export const duplicatePlace: ProjectRule = {
  code: "duplicate-place",
  refusedBy: "AWS",
  summary:
    "Two environments build in the same account and region with the same prefix, so their resources would have the same names.",
  source: "Image Builder API Reference, ResourceAlreadyExistsException; docs/decisions/0019-names.md",
  fail: [beside({ account: '▸"123456789012"' })],
  pass: [
    beside({ region: "eu-west-1" }),
    beside({ account: '"210987654321"' }),
    beside({ before: "namePrefix: test-\n" }),
  ],
  project({ environments }, report) {
    // A consumer environment has a separate stack with different names.
    const building = environments.filter(({ value }) => buildsAnything(value));
    const placeOf = ({ value: { account, region, namePrefix = "" } }: Environment) =>
      `${account} ${region} ${namePrefix}`;
    for (const { item, first } of repeats(building, placeOf)) {
      const { source, value } = item;
      const { account, region } = value;
      const message = `environment "${first.name}" is also in account "${account}" and region "${region}"`;
      const fix = `put the images of both into environments/${first.name}.yaml, give one of them another namePrefix, or change account or region`;
      report({ source, path: ["account"] }, message, fix);
    }
  },
};
