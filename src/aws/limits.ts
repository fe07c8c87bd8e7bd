/** Maximum length of descriptions and reasons, in characters. Source: Image Builder API type NonEmptyString; read 2026-11. */
export const maxText = 1024;

/**
 * Maximum length of a document inside a request, in characters. Larger documents must be in S3. The stacks count bytes, which are never fewer.
 *
 * Source: Image Builder API fields CreateComponent.data and CreateWorkflow.data; read 2026-11.
 */
export const maxInlineDocument = 16_000;

/**
 * Maximum size of user data before encoding, in bytes. The encoded limit is 21,847 characters of base64.
 *
 * Source: Image Builder API field AdditionalInstanceConfiguration.userDataOverride; read 2026-11.
 */
export const maxUserDataBytes = 16_383;

/**
 * Length of the name of a phase, step, parameter or constant in a document, in characters.
 *
 * Source: Image Builder User Guide, "Use the AWSTOE component document framework"; read 2026-11.
 */
export const documentNameLength = { min: 3, max: 128 } as const;

/** Maximum characters of a parameter name. Source: Image Builder API types ComponentParameterName, WorkflowParameterName; read 2026-11. */
export const maxParameterName = { component: 256, workflow: 128 } as const;

/** Maximum recipes of a lifecycle policy. Source: Image Builder API field CreateLifecyclePolicy.resourceSelection.recipes; read 2026-11. */
export const maxRecipesOfPolicy = 50;

/** Maximum size in GiB of a volume in an AMI that is exported. Source: VM Import/Export User Guide, "Considerations"; read 2026-11. */
export const maxExportedVolume = 1024;
