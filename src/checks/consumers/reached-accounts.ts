import { deliveriesTo } from "../../factory/delivery";
import type { Target } from "../context/environments";
import type { LocalReport } from "../report";

/** Reports the entries of a distribution that name an account to which the image does not go. */
export function reportUnreached(
  key: "launchTemplates" | "ssmParameters",
  { image, target, path, environment: { value } }: Target,
  report: LocalReport,
): void {
  const at = path.join(".");
  for (const [index, { account = value.account }] of target[key].entries()) {
    if (account === value.account) continue;
    const delivery = deliveriesTo(account, value).find((each) => each.image === image && each.path.join(".") === at);
    if (delivery?.copied === true || delivery?.shared !== "no") continue;
    const message = `"${image}" does not go to "${account}" in "${target.region}"`;
    const fix = `add "${account}" to copyTo.accounts or share.accounts there, or leave account out for this environment's own`;
    report([...path, key, index, "account"], message, fix);
  }
}
