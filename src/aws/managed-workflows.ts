/** The stage of each workflow that AWS manages. Source: Image Builder User Guide, "Manage build and test workflows". Read 2026-11. */
export const managedWorkflows = {
  "build-container": "build",
  "build-image": "build",
  "distribute-container": "distribution",
  "distribute-image": "distribution",
  "express-build-container": "build",
  "express-build-image": "build",
  "express-test-image": "test",
  "test-container": "test",
  "test-image": "test",
} as const;

export type ManagedWorkflowName = keyof typeof managedWorkflows;

export const managedWorkflowNames = Object.keys(managedWorkflows) as [ManagedWorkflowName, ...ManagedWorkflowName[]];
