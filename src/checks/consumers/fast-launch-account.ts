import { withWindowsImage } from "../example";
import type { ProjectRule } from "../project-rule";
import { sharingWith } from "./example";

const launching = (account: string) => ({
  ...withWindowsImage(),
  "environments/dev.yaml": sharingWith(`fastLaunch: [{ account: ${account} }]`),
});

export const fastLaunchAccount: ProjectRule = {
  code: "fast-launch-account",
  severity: "warning",
  summary: "EC2 Fast Launch is requested for another account, which Image Builder does not support.",
  source:
    "Image Builder User Guide, Prerequisites for EC2 Fast Launch: it must be enabled from the destination account",
  fail: [launching('▸"111122223333"')],
  pass: [launching('"123456789012"')],
  eachTarget({ target, path, environment: { value } }, report) {
    target.fastLaunch.forEach(({ account }, index) => {
      if (account === undefined || account === value.account) return;
      const message = `Image Builder sets up Fast Launch only in "${value.account}", not in "${account}"`;
      const fix = `enable it from "${account}", once the AMI is there, and remove the entry`;
      report([...path, "fastLaunch", index, "account"], message, fix);
    });
  },
};
