import { environmentText } from "../../definitions/example-texts";
import { withEnvironment, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import type { LocalReport } from "../report";
import { regionFix } from "./region-names";
import { writtenRegions } from "./written-texts";

export const regionUnknown: ProjectRule = {
  code: "region-unknown",
  refusedBy: "AWS",
  summary: "A region does not exist in AWS.",
  source: "AWS General Reference, Regions and Availability Zones",
  fail: [
    withEnvironment({ region: "▸us-esat-1" }),
    withEnvironment({ images: { base: "    distribute: [{ region: us-east-1 }, { region: ▸eu-wset-1 }]\n" } }),
    withSettings("state:\n  s3: { bucket: states, key: dev, region: ▸us-esat-1 }\n"),
    withSettings(
      "lifecycle:\n  old:\n    images: [base]\n    rules: [{ action: delete, keep: 5 }]\n    exclude: { amis: { regions: [▸us-esat-1] } }\n",
    ),
    withSettings(
      "lifecycle:\n  old:\n    images: [base]\n    rules: [{ action: delete, keep: 5, exclude: { amis: { regions: [▸us-esat-1] } } }]\n",
    ),
    withImage({
      parent: [
        "amis: { us-east-1: ami-0123456789abcdef0, ▸us-esat-1: ami-0123456789abcdef1 }",
        "platform: Linux",
        "architecture: x86_64",
      ],
    }),
  ],
  pass: [{ "environments/dev.yaml": environmentText({ region: "eu-west-1" }) }],
  eachRecipe({ definition }, report) {
    reportUnknown(definition, report);
  },
  eachEnvironment({ value }, report) {
    reportUnknown(value, report);
  },
};

function reportUnknown(definition: object, report: LocalReport): void {
  for (const { at, region } of writtenRegions(definition)) {
    const fix = regionFix(region);
    if (fix !== undefined) report(at, `there is no region "${region}"`, fix);
  }
}
