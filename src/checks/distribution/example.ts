import { withEnvironment } from "../example";

/** Returns a project whose image has this `distribute` and whose environment has these shared distributions. */
export function sharing(distribute: string, distributions: string) {
  return withEnvironment({
    images: { base: distribute === "" ? "" : `    distribute: ${distribute}\n` },
    more: `distributions:\n${distributions}`,
  });
}

/** Returns the lines of a shared distribution to the environment's region. */
export const toRegion = (name: string) => `  ${name}: { distribute: [{ region: us-east-1 }] }\n`;
