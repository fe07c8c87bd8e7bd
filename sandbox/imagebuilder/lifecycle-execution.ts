/** A change of state of an image and its resources, with the fields of API type LifecycleExecution. */
export interface LifecycleExecution {
  readonly lifecycleExecutionId: string;
  readonly imageArn: string;
  readonly startTime: Date;
  readonly endTime: Date;
  readonly state: { readonly status: "SUCCESS" | "FAILED"; readonly reason?: string };
  readonly resources: readonly LifecycleResource[];
}

/** A resource that a lifecycle execution changed. API type LifecycleExecutionResource. */
export interface LifecycleResource {
  readonly accountId: string;
  readonly resourceId: string;
  readonly region: string;
  readonly state: { readonly status: "SUCCESS" | "SKIPPED" | "FAILED"; readonly reason?: string };
  readonly action: { readonly name: "AVAILABLE" | "DELETE" | "DEPRECATE" | "DISABLE" };
}
