import type { AmiDescription, Launch, World } from "../../../sandbox/imagebuilder/builds/world";

/** Stands in for the services that builds use, and remembers what they did there. */
export class WorldInMemory implements World {
  /** Those that run, by id. */
  readonly instances = new Map<string, Launch>();
  /** By id. */
  readonly amis = new Map<string, AmiDescription & { readonly region: string; readonly accountId: string }>();
  /** States that were set, in their order. */
  readonly amiStates: string[] = [];
  readonly parameters = new Map<string, string>();
  readonly launchTemplates: string[] = [];
  readonly shared: string[] = [];
  readonly pushed: string[] = [];
  /** Lines by group and stream. */
  readonly logs = new Map<string, string[]>();
  /** Texts by bucket and key. */
  readonly objects = new Map<string, string>();
  readonly events: { readonly type: string; readonly detail: unknown }[] = [];
  readonly messages: { readonly topic: string; readonly message: unknown }[] = [];
  private count = 0;

  constructor(private readonly account: string) {}

  private id(prefix: string): string {
    return `${prefix}-${(++this.count).toString(16).padStart(17, "0")}`;
  }

  /** The lines of the only stream. */
  get lines(): readonly string[] {
    return [...this.logs.values()].flat();
  }

  putObject(_region: string, bucket: string, key: string, text: string): Promise<void> {
    this.objects.set(`${bucket}/${key}`, text);
    return Promise.resolve();
  }

  launchInstance(launch: Launch): Promise<string> {
    const id = this.id("i");
    this.instances.set(id, launch);
    return Promise.resolve(id);
  }

  terminateInstance(_region: string, id: string): Promise<void> {
    this.instances.delete(id);
    return Promise.resolve();
  }

  createImage(region: string, _instance: string, description: AmiDescription): Promise<string> {
    const id = this.id("ami");
    this.amis.set(id, { ...description, region, accountId: this.account });
    return Promise.resolve(id);
  }

  copyImage: World["copyImage"] = (_from, to, description) => {
    const id = this.id("ami");
    this.amis.set(id, { ...description, ...to });
    return Promise.resolve(id);
  };

  shareImage: World["shareImage"] = (ami, permission) => {
    this.shared.push(`${ami.region} ${JSON.stringify(permission)}`);
    return Promise.resolve();
  };

  deregisterImage: World["deregisterImage"] = (ami) => {
    this.amis.delete(ami.imageId);
    return Promise.resolve();
  };

  setImageState: World["setImageState"] = (ami, state, now) => {
    this.amiStates.push(`${ami.imageId} ${state} ${now.toISOString()}`);
    return Promise.resolve();
  };

  parameter(_region: string, name: string): Promise<string | undefined> {
    return Promise.resolve(this.parameters.get(name));
  }

  putParameter: World["putParameter"] = (ami, name) => {
    this.parameters.set(name, ami.imageId);
    return Promise.resolve();
  };

  updateLaunchTemplate: World["updateLaunchTemplate"] = (ami, id, setDefault) => {
    this.launchTemplates.push(`${id} ${ami.imageId}${setDefault ? " default" : ""}`);
    return Promise.resolve();
  };

  pushImage: World["pushImage"] = (region, repository, tags) => {
    this.pushed.push(`${region} ${repository}:${tags.join(",")}`);
    return Promise.resolve();
  };

  writeLog: World["writeLog"] = (_region, group, stream, events) => {
    const key = `${group} ${stream}`;
    this.logs.set(key, [...(this.logs.get(key) ?? []), ...events.map(({ message }) => message)]);
    return Promise.resolve();
  };

  sendEvent: World["sendEvent"] = (_region, type, _resource, detail) => {
    this.events.push({ type, detail });
    return Promise.resolve();
  };

  publish: World["publish"] = (topic, message) => {
    this.messages.push({ topic, message: JSON.parse(message) as unknown });
    return Promise.resolve();
  };
}
