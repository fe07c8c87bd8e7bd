import type { Change } from "../../plan/plan";
import { textAt } from "../../plan/value";
import { receiversOf } from "../../story/receivers";
import { updated } from "../examples";
import { eachChange, type ReviewRule } from "../review-rule";

const type = "aws_imagebuilder_distribution_configuration";

/** Resources of EC2 and RAM that each share one thing with somebody. */
const shares: Readonly<Record<string, readonly string[]>> = {
  aws_ami_launch_permission: ["account_id", "organization_arn", "organizational_unit_arn", "group"],
  aws_snapshot_create_volume_permission: ["account_id"],
  aws_ram_principal_association: ["principal"],
};

const example = (userIds: readonly string[], groups: readonly string[] = []) => ({
  distribution: [
    {
      region: "eu-central-1",
      ami_distribution_configuration: [{ launch_permission: [{ user_ids: userIds, user_groups: groups }] }],
    },
  ],
});

const sharedWithMore: ReviewRule = {
  code: "shared-with-more",
  class: "attention",
  summary:
    "An account, organization or organizational unit is added to an existing distribution: it may launch the images, or gets copies, from the next build on.",
  source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-distribution-settings.html",
  fail: updated(type, example(["111122223333"]), example(["111122223333", "444455556666"])),
  pass: updated(type, example(["111122223333", "444455556666"]), example(["111122223333"])),
  find: eachChange((change) => {
    if (change.type in shares && change.action === "create") return newShare(change);
    if (change.type !== type || change.action === "create") return [];
    return gainsOf(change)
      .filter(({ who }) => who !== "everybody")
      .map(({ who, region, copy }) => (copy ? `${who} gets copies in ${region}` : `${who} may launch it in ${region}`));
  }),
};

const sharedWithEverybody: ReviewRule = {
  code: "shared-with-everybody",
  class: "attention",
  summary: "Images become public: every AWS account can launch them and read their content.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html",
  fail: updated(type, example([]), example([], ["all"])),
  pass: updated(type, example([], ["all"]), example([])),
  find: eachChange((change) => {
    if (change.type === "aws_ami_launch_permission" && textAt(change.after, "group") === "all")
      return change.action === "create" ? ["everybody may launch the AMI"] : [];
    if (change.type !== type) return [];
    return gainsOf(change).flatMap(({ who, region }) =>
      who === "everybody" ? [`everybody may launch it in ${region}`] : [],
    );
  }),
};

interface Gain {
  readonly who: string;
  readonly region: string;
  readonly copy: boolean;
}

function gainsOf({ before, after }: Change): Gain[] {
  const old = new Map(receiversOf(before).map((receiver) => [receiver.region, receiver]));
  return receiversOf(after).flatMap(({ region, launch, copies }) => {
    const was = old.get(region);
    return [
      ...launch.filter((who) => !was?.launch.includes(who)).map((who) => ({ who, region, copy: false })),
      ...copies.filter((who) => !was?.copies.includes(who)).map((who) => ({ who, region, copy: true })),
    ];
  });
}

function newShare({ type: kind, after }: Change): string[] {
  if (textAt(after, "group") === "all") return [];
  const who = (shares[kind] ?? []).flatMap((attribute) => textAt(after, attribute) ?? []);
  return [`${who.length === 0 ? "somebody who is known after apply" : who.join(", ")} gains access`];
}

export const sharingRules = [sharedWithMore, sharedWithEverybody];
