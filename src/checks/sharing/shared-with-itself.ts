import type { ProjectRule } from "../project-rule";
import { distributing } from "./example";

const sharedWith = (accounts: string) => distributing(["share:", `  accounts: [${accounts}]`]);

export const sharedWithItself: ProjectRule = {
  code: "shared-with-itself",
  severity: "warning",
  summary: "An AMI is shared with or copied to its own account, or an account is listed twice.",
  source: "EC2 User Guide, shared AMIs: the owner of an AMI may always launch it",
  fail: [
    sharedWith('▸"123456789012"'),
    sharedWith('"111122223333", ▸"111122223333"'),
    distributing(['copyTo: { accounts: [▸"123456789012"] }']),
  ],
  pass: [sharedWith('"111122223333"')],
  eachTarget({ image, target, path, environment }, report) {
    const { account } = environment.value;
    for (const [key, accounts = []] of [
      ["share", target.share.accounts],
      ["copyTo", target.copyTo?.accounts],
    ] as const)
      accounts.forEach((each, index) => {
        const isTwice = accounts.indexOf(each) < index;
        if (each !== account && !isTwice) return;
        const message = isTwice ? `the account "${each}" appears twice` : `"${each}" owns "${image}" already`;
        report([...path, key, "accounts", index], message, "remove it");
      });
  },
};
