import type { Change } from "../../../plan/plan";
import { textAt } from "../../../plan/value";
import { eachWay, updated } from "../../examples";
import { eachChange, type ReviewRule } from "../../review-rule";
import { example, gainsOf, type } from "./gains";

/** EC2 and RAM resource types that share one resource, with the attributes that name the consumer. */
const shares: Readonly<Record<string, readonly string[]>> = {
  aws_ami_launch_permission: ["account_id", "organization_arn", "organizational_unit_arn", "group"],
  aws_snapshot_create_volume_permission: ["account_id"],
  aws_ram_principal_association: ["principal"],
};

export const sharedWithMore: ReviewRule = {
  code: "shared-with-more",
  summary:
    "An account, organization or organizational unit is added to an existing distribution: it may launch the images, or gets copies, from the next build on.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-distribution-settings.html",
  ...eachWay(updated, type, example(["111122223333"]), example(["111122223333", "444455556666"])),
  find: eachChange((change) => {
    if (change.type in shares && change.action === "create") return newShare(change);
    if (change.type !== type || change.action === "create") return [];
    return gainsOf(change)
      .filter(({ who }) => who !== "everybody")
      .map(({ who, region, copy }) => (copy ? `${who} gets copies in ${region}` : `${who} may launch it in ${region}`));
  }),
};

function newShare({ type: kind, after }: Change): string[] {
  if (textAt(after, "group") === "all") return [];
  const who = (shares[kind] ?? []).flatMap((attribute) => textAt(after, attribute) ?? []);
  return [`${who.length === 0 ? "somebody who is known after apply" : who.join(", ")} gains access`];
}
