import type { KmsKey } from "../model/recipe";

/** Returns the ARN of a KMS key in `region`: a given ARN unchanged, or the ARN of the created key of the region. */
export type KeyArn = (key: KmsKey, region: string) => string;
