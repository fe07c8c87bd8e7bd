import type { Rule } from "../../problems/rule";
import { exampleProject } from "../example-texts";
import { ofImage } from "./examples";

const { image } = exampleProject;

export const settingLimit: Rule = {
  code: "setting-limit",
  refusedBy: "Terraform",
  summary:
    "A number exceeds a limit of the AWS provider or of this project. A newer version may allow it: when silenced, the value is passed on.",
  source: "validation in the AWS provider 5.100; docs/reference.md",
  fail: [ofImage(`${image}volumes:\n  - iops: ▸12000\n`)],
  pass: [ofImage(`${image}volumes:\n  - iops: 10000\n`)],
};
