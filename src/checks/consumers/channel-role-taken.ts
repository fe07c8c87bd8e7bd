import type { CheckContext } from "../context/check-context";
import { namedThings } from "../names/named-things";
import type { ProjectRule } from "../project-rule";
import { both, consumerWith, sharingChannels } from "./example";

const promoters = "promoters: [arn:aws:iam::123456789012:role/release]";
const consumerText = (channels: string) => consumerWith({ consumer: `  distributionRole: false\n  ${channels}\n` });
const twice = (second: string) => ({
  ...both(sharingChannels, consumerText(`channels: { ${promoters} }`)),
  "environments/web.yaml": consumerText(second),
});
const besideBuilder = (roleName: string) =>
  both(
    sharingChannels,
    consumerWith({
      consumer: `  channels: { ${promoters}, roleName: ${roleName} }\n`,
      more: "executionRole: { create: true, name: golden-execution }\nimages:\n  base:\n    schedule: manual\n",
    }),
  );

export const channelRoleTaken: ProjectRule = {
  code: "channel-role-taken",
  refusedBy: "AWS",
  summary:
    "The role that writes channels has the name of another role of the account. An IAM role name is unique in an account, across all regions, and letter case does not count.",
  source: "IAM API field CreateRole.RoleName",
  fail: [
    twice(`▸channels: { ${promoters} }`),
    twice(`channels: { ${promoters}, roleName: ▸EC2-image-builder-channels-us-east-1 }`),
    besideBuilder("▸golden-execution"),
  ],
  pass: [twice(`channels: { ${promoters}, roleName: channels-of-web }`), besideBuilder("golden-channels")],
  project(context, report) {
    const writing = context.consumers.filter(({ consumer }) => consumer.channels !== undefined);
    if (writing.length === 0) return;
    const owners = rolesOfBuilders(context);
    for (const { name, source, value, names, consumer } of writing) {
      const { channelRole } = names;
      const key = keyOf(value.account, channelRole);
      const owner = owners.get(key);
      owners.set(key, owner ?? `the role of channels of environment "${name}"`);
      if (owner === undefined) continue;
      const path = ["consumer", "channels"];
      report(
        consumer.channels?.roleName === undefined ? { source, key: path } : { source, path: [...path, "roleName"] },
        `"${channelRole}" is also the name of ${owner}`,
        `write another roleName, e.g. ${channelRole}-${name}`,
      );
    }
  },
};

/** Returns a description of each role that environments create to build images, by account and name. */
function rolesOfBuilders(context: CheckContext): Map<string, string> {
  const things = context.environments.flatMap((environment) =>
    namedThings(environment, context)
      .filter(({ scope }) => scope.startsWith("role "))
      .map(
        ({ name, what }) =>
          [keyOf(environment.value.account, name), `${what} of environment "${environment.name}"`] as const,
      ),
  );
  return new Map(things);
}

function keyOf(account: string, name: string): string {
  return `${account} ${name.toLowerCase()}`;
}
