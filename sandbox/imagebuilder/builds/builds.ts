import type { WorkflowType } from "../../../src/documents/workflows/workflow-action";
import { Build } from "./build";
import { type BuildSettings, changedSettings, defaultSettings } from "./build-settings";
import { Drive } from "./drive";
import { runBuild } from "./run-build";
import type { ImageStatus, Site } from "./site";

/** A build as a control call shows it. */
export interface BuildView {
  readonly image: string;
  readonly status: ImageStatus;
  /** Whether it goes on only after an answer, or not at all. */
  readonly waits: boolean;
}

/** The builds of all regions, and how they go. */
export class Builds {
  settings: BuildSettings;
  private readonly builds = new Map<string, Build>();
  private readonly drives = new Map<string, Drive>();

  constructor(change: Partial<BuildSettings> = {}) {
    this.settings = { ...defaultSettings, ...change };
  }

  /** What runs goes on as the settings say from now on. @throws Error whose message is for the user */
  async change(change: unknown): Promise<void> {
    await this.set(changedSettings(this.settings, change));
  }

  /** Back to how builds go by default. */
  async reset(): Promise<void> {
    await this.set(defaultSettings);
  }

  /** Starts the build of an image that is in the store; resolves where its pace lets the call be answered. */
  async start(arn: string, site: Omit<Site, "settings">): Promise<void> {
    const build = new Build(arn, liveSite(site, this));
    this.builds.set(arn, build);
    await this.drive(build);
  }

  /** Goes on with an image that failed, from a stage. */
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
    // It may have come to its own end meanwhile.
    if (build === undefined || build.isOver) return;
    await build.endInstances();
    await build.enter("CANCELLED");
  }

  /** Answers a step that waits. */
  async answer(arn: string, stepExecutionId: string, action: string, reason: string): Promise<void> {
    this.builds.get(arn)?.answers.set(stepExecutionId, { action, reason });
    await this.drives.get(arn)?.resume();
  }

  /** Takes builds on by hand. @param arn of one of them; without one all */
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

  /** Leaves all builds where they are. */
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
