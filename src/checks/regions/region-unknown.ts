import { environmentText } from "../../definitions/example-texts";
import { withEnvironment, withImage, withSettings } from "../example";
import type { ProjectRule } from "../project-rule";
import { regionsOfEnvironment, regionsOfRecipe } from "./named-regions";
import { regionFix } from "./region-names";

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
    withImage({
      parent: [
        "amis: { us-east-1: ami-0123456789abcdef0, ▸us-esat-1: ami-0123456789abcdef1 }",
        "platform: Linux",
        "architecture: x86_64",
      ],
    }),
  ],
  pass: [{ "environments/dev.yaml": environmentText({ region: "eu-west-1" }) }],
  eachRecipe(recipe, report) {
    for (const [path, region] of regionsOfRecipe(recipe)) {
      const fix = regionFix(region);
      if (fix !== undefined) report({ key: path }, `there is no region "${region}"`, fix);
    }
  },
  eachEnvironment(environment, report) {
    for (const [path, region] of regionsOfEnvironment(environment)) {
      const fix = regionFix(region);
      if (fix !== undefined) report(path, `there is no region "${region}"`, fix);
    }
  },
};
