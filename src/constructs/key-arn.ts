import type { KmsKey } from "../model/recipe";

/** The ARN of a key as it is used in `region`: a given one as it stands, a made one that of its region. */
export type KeyArn = (key: KmsKey, region: string) => string;
