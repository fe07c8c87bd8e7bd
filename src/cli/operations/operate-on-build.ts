import { parseArn } from "../../aws/arn";
import type { Built } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { BuildSummary } from "../../operations/images/find-builds";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";
import { type Found, operate, type Operated, operateOn } from "./operate";

/** The arguments with which a command names a build. */
export interface NamedBuild {
  readonly project?: string;
  /** Name of an environment, or the ARN of a build. */
  readonly where: string;
  /** If `where` is an environment: `image`, `image@version` or `image@version/build`. */
  readonly image: string | undefined;
}

/** A build in AWS, with the image or container to which it belongs. */
export interface OneBuild {
  readonly built: Built;
  readonly arn: string;
  /** Returns all builds of the image, the newest first. */
  readonly builds: () => Promise<readonly BuildSummary[]>;
}

/** Calls `run` with the named build. An ARN selects the environment by account and region. */
export async function operateOnBuild(
  terminal: Terminal,
  { project, where, image }: NamedBuild,
  run: (operated: Operated, build: OneBuild) => Promise<number>,
): Promise<number> {
  const [{ buildIdOf }, { buildReference, buildsNamed }, { builtNamed, builtOfArn }, { findBuilds }] =
    await Promise.all([
      import("../../operations/images/build-arn"),
      import("../../operations/images/choose-build"),
      import("../../operations/images/built"),
      import("../../operations/images/find-builds"),
    ]);
  if (where.startsWith("arn:")) {
    if (image !== undefined) throw new UsageError("the ARN already names the build; leave the image out");
    const arn = parseArn(where);
    if (arn === undefined || buildIdOf(where) === undefined)
      throw new UsageError(
        `"${where}" is not the ARN of a build: arn:aws:imagebuilder:region:account:image/name/version/build`,
      );
    const { region, account } = arn;
    const find = (factories: readonly ImageFactory[]): Found<Built> => {
      for (const factory of factories) {
        const { place } = factory;
        const built = place.region === region && place.account === account ? builtOfArn(factory, where) : undefined;
        if (built !== undefined) return { factory, named: built };
      }
      throw new UsageError(`no environment builds this image in account ${account}, ${region}`);
    };
    return operateOn(terminal, { project, find }, async (operated, built) =>
      run(operated, { built, arn: where, builds: async () => findBuilds(operated.connection, built) }),
    );
  }
  if (image === undefined)
    throw new UsageError(`name the image as well: ${where} <image>; or give only the ARN of a build`);
  const { image: name, ...reference } = buildReference(image);
  const named = (factory: ImageFactory) => builtNamed(factory, name);
  return operate(terminal, { project, environment: where, named }, async (operated, built) => {
    const builds = await findBuilds(operated.connection, built);
    const [{ arn }] = buildsNamed(builds, reference, built, operated.connection.place);
    return run(operated, { built, arn, builds: async () => Promise.resolve(builds) });
  });
}
