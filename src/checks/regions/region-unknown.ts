import { environmentText } from "../../definitions/example-texts";
import type { YamlPath } from "../../problems/yaml-source";
import { distributedRegions } from "../distribution/distributed-regions";
import { withEnvironment, withImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { regionFix } from "./region-names";

export const regionUnknown: ProjectRule = {
  code: "region-unknown",
  severity: "error",
  refusedBy: "AWS",
  summary: "A region does not exist in AWS.",
  source: "AWS General Reference, Regions and Availability Zones",
  fail: [
    withEnvironment({ region: "▸us-esat-1" }),
    withEnvironment({ images: { base: "    distribute: [{ region: us-east-1 }, { region: ▸eu-wset-1 }]\n" } }),
    withEnvironment({ more: "state:\n  s3: { bucket: states, key: dev, region: ▸us-esat-1 }\n" }),
    withEnvironment({
      more: "lifecycle:\n  old:\n    images: [base]\n    rules: [{ action: delete, keep: 5 }]\n    exclude: { amis: { regions: [▸us-esat-1] } }\n",
    }),
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
    // Regions are the keys of AMI ids.
    const { parent } = definition;
    const [path, amis] =
      "instance" in definition
        ? [["instance", "amis"], definition.instance.amis]
        : [["parent", "amis"], parent.from === "amis" ? parent.amis : undefined];
    for (const region of Object.keys(amis ?? {})) {
      const fix = regionFix(region);
      if (fix !== undefined) report({ key: [...path, region] }, `there is no region "${region}"`, fix);
    }
  },
  eachEnvironment({ value }, report) {
    const regions: readonly (readonly [path: YamlPath, region: string | undefined])[] = [
      [["region"], value.region],
      ...distributedRegions(value).flatMap(({ path, regions: to }) =>
        to.map((region, index) => [[...path, index, "region"], region] as const),
      ),
      [["state", "s3", "region"], value.state.s3?.region],
      ...Object.entries(value.lifecycle).flatMap(([name, { exclude }]) =>
        (exclude.amis?.regions ?? []).map(
          (region, index) => [["lifecycle", name, "exclude", "amis", "regions", index], region] as const,
        ),
      ),
    ];
    for (const [path, region] of regions) {
      const fix = region === undefined ? undefined : regionFix(region);
      if (region !== undefined && fix !== undefined) report(path, `there is no region "${region}"`, fix);
    }
  },
};
