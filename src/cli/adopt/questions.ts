import { resolve } from "node:path";

import type { StateSetting } from "../../adoption/code/state-setting";
import type { Ask } from "../ask";

/** The S3 object in which the old code keeps its state, from `--state` or a question. */
export interface StateAddress {
  readonly bucket: string;
  readonly key: string;
  /** Default: the region of the environment. */
  readonly region?: string;
}

export const stateAddressShape = "s3://bucket/key, with ?region=… behind it where that is another than the images'";

/** Parses an address such as `s3://bucket/key?region=…`. Returns undefined if it has another form. */
export function readStateAddress(text: string): StateAddress | undefined {
  const [, bucket, key, region] = /^s3:\/\/([a-z0-9][a-z0-9.-]+)\/([^?]+)(?:\?region=([a-z0-9-]+))?$/.exec(text) ?? [];
  return bucket === undefined || key === undefined ? undefined : { bucket, key, region };
}

/** Returns the setting `state` of an environment. @param home region of the environment */
export function stateSettingAt({ bucket, key, region }: StateAddress, home: string): StateSetting {
  return { s3: { bucket, key, region: region ?? home } };
}

/** Creates functions that ask for what a state does not contain. They return undefined if there is no answer. @param cwd base of relative paths */
export function questionsOn(ask: Ask, cwd: string) {
  const answerTo = async (question: string): Promise<string | undefined> => {
    const answer = (await ask(`${question}: `))?.trim();
    return answer === "" ? undefined : answer;
  };
  return {
    from: async () => answerTo("State of the old code: its file, or the folder of code and state"),
    code: async () => {
      const answer = await answerTo(
        "Folder of the old code, for its back end, default tags and provider (empty: none)",
      );
      return answer && resolve(cwd, answer);
    },
    state: async (): Promise<StateAddress | undefined> => {
      for (;;) {
        const answer = await answerTo("Where the old code keeps its state, as s3://bucket/key (empty: in that file)");
        const address = answer === undefined ? undefined : readStateAddress(answer);
        if (answer === undefined || address !== undefined) return address;
      }
    },
    withSecrets: async () => (await answerTo('Write them as they are? Only "yes" will do')) === "yes",
  };
}

export type Questions = ReturnType<typeof questionsOn>;
