import type { WorkflowType } from "../../../src/documents/workflows/workflow-action";
import { Build } from "./build";
import { type BuildSettings, changedSettings, defaultSettings } from "./build-settings";
import { Drive } from "./drive";
import { runBuild } from "./run-build";
import type { ImageStatus, Site } from "./site";

/** A build as control calls return it. */
export interface BuildView {
  readonly image: string;
  readonly status: ImageStatus;
  /** Whether the build waits for an answer, or hangs. */
  readonly waits: boolean;
}

/** The builds of all regions, with their settings. */
export class Builds {
  settings: BuildSettings;
  private readonly builds = new Map<string, Build>();
  private readonly drives = new Map<string, Drive>();

  constructor(change: Partial<BuildSettings> = {}) {
    this.settings = { ...defaultSettings, ...change };
  }

  /**
   * Changes the settings, also of running builds.
   *
   * @throws Error with a message for the user if a setting is invalid
   */
  async change(change: unknown): Promise<void> {
    await this.set(changedSettings(this.settings, change));
  }

  /** Restores the default settings. */
  async reset(): Promise<void> {
    await this.set(defaultSettings);
  }

  /** Starts the build of a stored image. Resolves when the pace allows an answer to the call. */
  async start(arn: string, site: Omit<Site, "settings">): Promise<void> {
    const build = new Build(arn, liveSite(site, this));
    this.builds.set(arn, build);
    await this.drive(build);
  }

  /** Continues the build of a failed image from a stage. */
  async retry(arn: string, from: WorkflowType): Promise<void> {
    const build = this.builds.get(arn);
    if (build === undefined) throw new Error(`the sandbox has not built '${arn}'`);
    build.hasFailedStep = false;
    await this.drive(build, from);
  }

  isRunning(arn: string): boolean {
    return this.drives.has(arn);
  }

  async cancel(arn: string): Promise<void> {
    await this.drives.get(arn)?.end();
    const build = this.builds.get(arn);
    // The build may have ended in the meantime.
    if (build === undefined || build.isOver) return;
    await build.endInstances();
    await build.enter("CANCELLED");
  }

  /** Answers a waiting step. */
  async answer(arn: string, stepExecutionId: string, action: string, reason: string): Promise<void> {
    this.builds.get(arn)?.answers.set(stepExecutionId, { action, reason });
    await this.drives.get(arn)?.resume();
  }

  /**
   * Advances builds by a number of moments.
   *
   * @param arn ARN of the image; default: all running builds
   */
  async advance(moments: number, arn?: string): Promise<void> {
    const chosen = [...this.drives].filter(([each]) => arn === undefined || each === arn);
    for (const [, drive] of chosen) for (let count = 0; count < moments; count++) await drive.step();
  }

  get views(): BuildView[] {
    return [...this.drives].map(([image, drive]) => ({
      image,
      status: this.builds.get(image)?.status ?? "PENDING",
      waits: drive.waits,
    }));
  }

  /** Stops all builds at their current moment. */
  stop(): void {
    for (const drive of this.drives.values()) drive.stop();
  }

  private async set(settings: BuildSettings): Promise<void> {
    this.settings = settings;
    await Promise.all([...this.drives.values()].map((drive) => drive.wake()));
  }

  private async drive(build: Build, from?: WorkflowType): Promise<void> {
    const course = runBuild(build, from);
    const drive = new Drive(
      course,
      () => this.settings.pace,
      async (ended) => {
        if (ended) this.drives.delete(build.arn);
        await build.log.flush();
      },
    );
    this.drives.set(build.arn, drive);
    await drive.start();
  }
}

function liveSite(site: Omit<Site, "settings">, builds: Builds): Site {
  return {
    ...site,
    get settings() {
      return builds.settings;
    },
  };
}
