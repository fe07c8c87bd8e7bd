/** Characters of a description, a change description, a reason and the like. Source: Image Builder API type NonEmptyString; read 2026-11. */
export const maxText = 1024;

/**
 * Characters of a document that a request brings along; larger ones come from S3.
 *
 * Source: Image Builder API fields CreateComponent.data and CreateWorkflow.data; read 2026-11.
 */
export const maxInlineDocument = 16_000;

/**
 * Bytes of user data before it is encoded: 21,847 characters of base64.
 *
 * Source: Image Builder API field AdditionalInstanceConfiguration.userDataOverride; read 2026-11.
 */
export const maxUserDataBytes = 16_383;

/**
 * Characters of a name within a document: of a phase, step, parameter or constant.
 *
 * Source: Image Builder User Guide, "Use the AWSTOE component document framework"; read 2026-11.
 */
export const documentNameLength = { min: 3, max: 128 } as const;

/** Characters of the name of a component's and of a workflow's parameter. Source: Image Builder API types ComponentParameterName, WorkflowParameterName; read 2026-11. */
export const maxParameterName = { component: 256, workflow: 128 } as const;

/** Recipes that a lifecycle policy selects. Source: Image Builder API field CreateLifecyclePolicy.resourceSelection.recipes; read 2026-11. */
export const maxRecipesOfPolicy = 50;

/** GiB of a volume in an AMI that becomes a disk image. Source: VM Import/Export User Guide, "Considerations"; read 2026-11. */
export const maxExportedVolume = 1024;
