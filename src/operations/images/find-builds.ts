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
import type { Connection } from "../aws/connection";
import { troubleOf } from "../aws/trouble";
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
  readonly containers: readonly { readonly region: string; readonly uris: readonly string[] }[];
  readonly tags: Readonly<Record<string, string>>;
}

/** An AMI that a build has created. `account` is empty if the service does not name it. */
export interface BuiltAmi {
  readonly region: string;
  readonly account: string;
  readonly id: string;
  readonly name: string;
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
      const build = summaryOf(summary);
      if (build === undefined) continue;
      const known = found.get(build.arn)?.ofPipeline ?? false;
      found.set(build.arn, { ...build, ofPipeline: known || ofPipeline });
    }
  };
  const ofPipeline = async (pipeline: ImagePipeline): Promise<void> => {
    try {
      const input = { imagePipelineArn: pipelineArn(place, pipeline), maxResults: pageSize };
      for await (const page of paginateListImagePipelineImages({ client }, input)) add(page.imageSummaryList, true);
    } catch (error) {
      // Images can outlive their pipeline.
      if (troubleOf(error) !== "missing") throw error;
    }
  };
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

function summaryOf(summary: ImageSummary): Omit<BuildSummary, "ofPipeline"> | undefined {
  const { arn = "", state, outputResources, dateCreated = "", tags = {} } = summary;
  const id = buildIdOf(arn);
  if (id === undefined) return undefined;
  return {
    arn,
    version: id.version,
    build: id.build,
    status: statusOf(summary),
    reason: state?.reason,
    created: dateCreated,
    amis: (outputResources?.amis ?? []).map(({ region = "", accountId = "", image: ami = "", name: amiName = "" }) => ({
      region,
      account: accountId,
      id: ami,
      name: amiName,
    })),
    containers: (outputResources?.containers ?? []).map(({ region = "", imageUris = [] }) => ({
      region,
      uris: imageUris,
    })),
    tags,
  };
}

function statusOf({ state }: Pick<Image, "state">): string {
  return state?.status ?? "PENDING";
}

/** Compares by creation date, then by build number, because two builds can be started in the same second. */
function newestFirst(a: BuildSummary, b: BuildSummary): number {
  return Date.parse(b.created) - Date.parse(a.created) || b.build - a.build;
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
