import type { Image } from "../../factory/built";
import { UserError } from "../../files/user-error";
import { howToRun } from "../../problems/how-to-run";
import type { Connection } from "../aws/connection";
import type { BuildSummary } from "../images/find-builds";
import type { ChannelPlace } from "./channel-place";
import { parameterHistory, type ParameterVersion } from "./parameter-history";

/** Returns the build at which a channel pointed before. @throws UserError if there was none, or if that build no longer exists */
export async function previousBuild(
  connection: Connection,
  channel: string,
  [home]: readonly ChannelPlace[],
  { image, builds }: { readonly image: Image; readonly builds: readonly BuildSummary[] },
): Promise<BuildSummary> {
  const history = home === undefined ? [] : promotions(await parameterHistory(connection, home.region, home.own));
  const before = history.at(-2);
  if (before === undefined)
    throw new UserError(
      history.length === 0
        ? `nothing was promoted to "${channel}" of "${image.name}" yet`
        : `"${channel}" of "${image.name}" has pointed at only one build: there is nothing to go back to`,
    );
  const build = builds.find(({ amis }) => amis.some(({ id }) => id === before.value));
  if (build === undefined)
    throw new UserError(
      `"${channel}" of "${image.name}" pointed at ${before.value} before, but the build of that AMI no longer exists; name another build with "${howToRun("promote")}"`,
    );
  return build;
}

/**
 * Returns the versions of a channel that count for going back; the last one is the current one. Going back removes the build that was left from the
 * list, so going back twice goes back two builds.
 */
export function promotions(versions: readonly ParameterVersion[]): readonly ParameterVersion[] {
  const stack: ParameterVersion[] = [];
  for (const version of versions) {
    const earlier = stack.findIndex(({ value }) => value === version.value);
    if (earlier >= 0) stack.length = earlier;
    stack.push(version);
  }
  return stack;
}
