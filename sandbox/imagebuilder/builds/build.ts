import { parseImageBuilderArn } from "../../../src/aws/image-builder-arn";
import { maxText } from "../../../src/aws/limits";
import { formatArn } from "../arn";
import { type Fields, text } from "../fields";
import type { Resource } from "../store";
import { BuildLog } from "./build-log";
import { countFailures } from "./count-failures";
import { type BuildFailure } from "./failure";
import { notifyOfEnd } from "./notice";
import type { ImageStatus, Site } from "./site";
import type { Ami } from "./world";

/** One build of an image, from its request to its end. */
export class Build {
  readonly log: BuildLog;
  /** AMI that the build created, in its own region. */
  amiId: string | undefined;
  /** AMI of the parent image. */
  parentAmiId: string | undefined;
  /** IDs of the running instances. */
  readonly instances = new Set<string>();
  /** AMIs in the regions and accounts of the distribution. */
  distributed: Ami[] = [];
  pushed: Fields[] = [];
  /** Outputs of earlier workflows. */
  readonly workflowOutputs: Record<string, unknown> = {};
  /** Answers to waiting steps, by ID of the step execution. */
  readonly answers = new Map<string, { readonly action: string; readonly reason: string }>();
  /** Whether a component step has failed. The service only describes the first one. */
  hasFailedStep = false;

  constructor(
    readonly arn: string,
    readonly site: Site,
  ) {
    const group = text(this.image.loggingConfiguration as Fields, "logGroupName");
    const [, version = "", number = ""] = parseImageBuilderArn(arn)?.path ?? [];
    this.log = new BuildLog(site.world, site.now, site.place.region, group, `${version}/${number}`);
  }

  get image(): Resource {
    const image = this.site.store.get(this.arn);
    if (image === undefined) throw new Error(`the image '${this.arn}' is gone`);
    return image;
  }

  get status(): ImageStatus {
    return (this.image.state as Fields).status as ImageStatus;
  }

  get isOver(): boolean {
    return ["AVAILABLE", "FAILED", "CANCELLED"].includes(this.status);
  }

  get recipe(): Resource {
    return (this.image.imageRecipe ?? this.image.containerRecipe) as Resource;
  }

  get isContainer(): boolean {
    return this.image.type === "DOCKER";
  }

  get infrastructure(): Fields {
    return (this.image.infrastructureConfiguration ?? {}) as Fields;
  }

  /** Version and number of the build, e.g. `1.0.0-2`. */
  get versionAndNumber(): string {
    return this.log.stream.replace("/", "-");
  }

  /** Distributions of the image. Without a distribution configuration, only the build's own region. */
  get distributions(): readonly Fields[] {
    const configuration = this.image.distributionConfiguration as Fields | undefined;
    return (configuration?.distributions ?? [{ region: this.site.place.region }]) as readonly Fields[];
  }

  change(fields: Fields): void {
    this.site.store.put({ ...this.image, ...fields });
  }

  /** Changes the state of the image. Logs the change and sends it to EventBridge. */
  async enter(status: ImageStatus, more: Fields = {}): Promise<void> {
    const previous = this.status;
    this.change({ state: { status, ...more } });
    this.log.add(`Image transitioned to ${status} state for Image ARN: ${this.arn}`);
    await this.log.flush();
    await this.site.world.sendEvent(this.site.place.region, "EC2 Image Builder Image State Change", this.arn, {
      "previous-state": { status: previous },
      state: { status },
    });
    if (status !== "AVAILABLE" && status !== "FAILED") return;
    await notifyOfEnd(this);
    await countFailures(this);
  }

  async fail(failure: BuildFailure): Promise<void> {
    const imageStatus = this.status;
    const failureContext = this.site.settings.failureContext
      ? { failureContext: { imageStatus, ...failure.context } }
      : {};
    await this.enter("FAILED", { reason: failure.message.slice(0, maxText), ...failureContext });
  }

  async endInstances(): Promise<void> {
    for (const instanceId of this.instances)
      await this.site.world.terminateInstance(this.site.place.region, instanceId);
    this.instances.clear();
  }

  /** Checks whether a fault applies to this image. `image` is a name; undefined for every image. */
  isNamed(image: string | undefined): boolean {
    const { name } = this.image;
    return (
      image === undefined ||
      image === name ||
      formatArn(this.site.place, "image", image) === this.arn.split("/").slice(0, 2).join("/")
    );
  }
}
