import { withEnvironment } from "../example";

/** The project where the image says `distribute`, with distributions that images can share. */
export function sharing(distribute: string, distributions: string) {
  return withEnvironment({
    images: { base: distribute === "" ? "" : `    distribute: ${distribute}\n` },
    more: `distributions:\n${distributions}`,
  });
}

/** One of the environment's region, by its name. */
export const toRegion = (name: string) => `  ${name}: { distribute: [{ region: us-east-1 }] }\n`;
