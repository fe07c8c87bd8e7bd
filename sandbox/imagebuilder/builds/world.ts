type Tags = Readonly<Record<string, string>>;

export interface Launch {
  readonly region: string;
  readonly imageId: string;
  readonly instanceType: string;
  readonly instanceProfileName: string;
  readonly subnetId?: string;
  readonly securityGroupIds: readonly string[];
  readonly keyPair?: string;
  readonly tags: Tags;
}

/** An AMI with its region and account. */
export interface Ami {
  readonly region: string;
  readonly accountId: string;
  readonly imageId: string;
}

export type AmiState = "AVAILABLE" | "DEPRECATED" | "DISABLED";

export interface AmiDescription {
  readonly name: string;
  readonly description?: string;
  readonly tags: Tags;
}

export interface LogEvent {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly message: string;
}

/**
 * Operations of a build in other services. Calls fail with a `Refusal` if the service refuses them. Log lines, log files, events
 * and messages are dropped instead.
 */
export interface World {
  /** Launches an instance and returns its ID. */
  launchInstance(launch: Launch): Promise<string>;
  terminateInstance(region: string, instanceId: string): Promise<void>;
  /** Creates an AMI from an instance and returns its ID. */
  createImage(region: string, instanceId: string, description: AmiDescription): Promise<string>;
  /** Copies an AMI and returns the ID of the copy. */
  copyImage(from: Ami, to: Omit<Ami, "imageId">, description: AmiDescription): Promise<string>;
  shareImage(ami: Ami, permission: LaunchPermission): Promise<void>;
  /** @param withSnapshots whether to delete the snapshots as well */
  deregisterImage(ami: Ami, withSnapshots: boolean): Promise<void>;
  /** Makes an AMI available, deprecated from now on, or disabled. */
  setImageState(ami: Ami, state: AmiState, now: Date): Promise<void>;
  /** Returns the value of a parameter; undefined if it does not exist. */
  parameter(region: string, name: string): Promise<string | undefined>;
  putParameter(ami: Ami, name: string, dataType: string): Promise<void>;
  /** Creates a version of a launch template with another AMI. */
  updateLaunchTemplate(ami: Ami, launchTemplateId: string, setDefault: boolean): Promise<void>;
  pushImage(region: string, repositoryName: string, tags: readonly string[]): Promise<void>;
  writeLog(region: string, group: string, stream: string, events: readonly LogEvent[]): Promise<void>;
  putObject(region: string, bucket: string, key: string, text: string): Promise<void>;
  sendEvent(region: string, detailType: string, resource: string, detail: object): Promise<void>;
  publish(topicArn: string, message: string): Promise<void>;
}

export interface LaunchPermission {
  readonly userIds?: readonly string[];
  readonly userGroups?: readonly string[];
  readonly organizationArns?: readonly string[];
  readonly organizationalUnitArns?: readonly string[];
}
