export const platforms = ["Linux", "Windows", "macOS"] as const;

/** Platform of a component or image. Source: Image Builder API field CreateComponent.platform; read 2026-11. */
export type Platform = (typeof platforms)[number];

export const architectures = ["x86_64", "arm64"] as const;

/** Architecture of an image. Source: EC2's service model, type ArchitectureValues, without i386 and the values of Macs; read 2026-11. */
export type Architecture = (typeof architectures)[number];
