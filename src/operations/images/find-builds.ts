import {
  GetImageCommand,
  type Image,
  type ImageSummary,
  paginateListImageBuildVersions,
  paginateListImagePipelineImages,
  paginateListImages,
} from "@aws-sdk/client-imagebuilder";

import { arnName } from "../../aws/resource-name";
import type { Built } from "../../factory/built";
import type { ImagePipeline } from "../../factory/pipeline";
import { UserError } from "../../files/user-error";
import { complete } from "../aws/complete";
import type { Connection } from "../aws/connection";
import { ifExists } from "../aws/exists";
import { buildIdOf } from "./build-arn";
import { pipelineArn } from "./built";

/** Data about a build that the list calls of Image Builder return. */
export interface BuildSummary {
  readonly arn: string;
  readonly version: string;
  readonly build: number;
  /** API type ImageStatus; lifecycle actions set DEPRECATED, DISABLED and DELETED later. */
  readonly status: string;
  /** Whether a pipeline has built it. If not, it was started with CreateImage, as Terraform does. */
  readonly ofPipeline: boolean;
  readonly reason?: string;
  /** Time of creation, ISO 8601. */
  readonly created: string;
  readonly amis: readonly BuiltAmi[];
  /** URIs of the container images. */
  readonly containers: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** An AMI that a build has created. */
export interface BuiltAmi {
  readonly region: string;
  readonly account: string;
  readonly id: string;
}

const pageSize = 25;

/**
 * Returns all builds of an image, the newest first: those of its pipelines, and those started with CreateImage by Terraform or somebody else.
 *
 * ListImages can lag up to two minutes behind (API Reference, ListImages), so the pipelines are asked as well.
 */
export async function findBuilds(connection: Connection, built: Built): Promise<BuildSummary[]> {
  const { imageBuilder: client, place } = connection;
  const found = new Map<string, BuildSummary>();
  const add = (summaries: readonly ImageSummary[] = [], ofPipeline: boolean): void => {
    for (const summary of summaries) {
      const build = summaryOf(summary, place.account);
      if (build === undefined) continue;
      const known = found.get(build.arn)?.ofPipeline ?? false;
      found.set(build.arn, { ...build, ofPipeline: known || ofPipeline });
    }
  };
  // Images can outlive their pipeline.
  const ofPipeline = async (pipeline: ImagePipeline) =>
    ifExists(async () => {
      const input = { imagePipelineArn: pipelineArn(place, pipeline), maxResults: pageSize };
      for await (const page of paginateListImagePipelineImages({ client }, input)) add(page.imageSummaryList, true);
    });
  const ofName = async (): Promise<void> => {
    const versions: string[] = [];
    const own = built.recipe.recipeName;
    const filters = [{ name: "name", values: [own] }];
    for await (const page of paginateListImages({ client }, { owner: "Self", filters, maxResults: pageSize }))
      for (const { arn, name } of page.imageVersionList ?? [])
        if (arn !== undefined && name !== undefined && arnName(name) === arnName(own)) versions.push(arn);
    for (const imageVersionArn of versions)
      for await (const page of paginateListImageBuildVersions({ client }, { imageVersionArn, maxResults: pageSize }))
        add(page.imageSummaryList, false);
  };
  await Promise.all([...built.pipelines.map(ofPipeline), ofName()]);
  return [...found.values()].sort(newestFirst);
}

function summaryOf(summary: ImageSummary, account: string): Omit<BuildSummary, "ofPipeline"> | undefined {
  const { arn, dateCreated, state, outputResources, tags = {} } = complete(summary, "arn", "dateCreated");
  const id = buildIdOf(arn);
  if (id === undefined) return undefined;
  return {
    arn,
    version: id.version,
    build: id.build,
    status: statusOf(summary),
    reason: state?.reason,
    created: dateCreated,
    amis: builtAmis(outputResources, account),
    containers: (outputResources?.containers ?? []).flatMap(({ imageUris = [] }) => imageUris),
    tags,
  };
}

/**
 * Returns the AMIs of a build. One without an id or a region is not finished. One without an account counts as one of the account that built it; EC2 knows
 * whether that owns it.
 */
export function builtAmis(resources: Image["outputResources"], account: string): BuiltAmi[] {
  return (resources?.amis ?? []).flatMap(({ region, accountId = account, image: id }) =>
    id === undefined || region === undefined ? [] : { region, account: accountId, id },
  );
}

function statusOf({ state }: Pick<Image, "state">): string {
  return state?.status ?? "PENDING";
}

/** Compares by creation date, then by version and build number, because two builds can be started in the same second. */
function newestFirst(a: BuildSummary, b: BuildSummary): number {
  return Date.parse(b.created) - Date.parse(a.created) || byVersion(b, a);
}

/** Compares by version, then by build number. */
export function byVersion(a: BuildSummary, b: BuildSummary): number {
  return a.version.localeCompare(b.version, "en", { numeric: true }) || a.build - b.build;
}

const ended = new Set(["AVAILABLE", "FAILED", "CANCELLED", "DEPRECATED", "DISABLED", "DELETED"]);

/** Checks whether a build has ended. Unknown statuses count as running. */
export function hasEnded(status: string): boolean {
  return ended.has(status);
}

/** All data that the service has of one build. */
export type BuildDetails = Image & Pick<BuildSummary, "arn" | "status">;

/** Returns all data that the service has of one build. @throws UserError if AWS answers without an image */
export async function getBuild({ imageBuilder }: Connection, arn: string): Promise<BuildDetails> {
  const { image } = await imageBuilder.send(new GetImageCommand({ imageBuildVersionArn: arn }));
  if (image === undefined) throw new UserError(`there is no image ${arn}`);
  return { ...image, arn, status: statusOf(image) };
}
