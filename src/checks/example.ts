import { type EnvironmentParts, environmentText, type ImageParts, imageText } from "../definitions/example-texts";
import type { Example } from "../problems/rule";

/** Returns files that replace the project's image. */
export function withImage(parts: ImageParts): Example {
  return { "images/base.yaml": imageText(parts) };
}

/** Returns files that replace the project's environment. */
export function withEnvironment(parts: EnvironmentParts): Example {
  return { "environments/dev.yaml": environmentText(parts) };
}

/** Returns files that add lines at the end of the project's environment. */
export function withSettings(lines: string): Example {
  return withEnvironment({ more: lines });
}

/** Returns files that replace the project's image with a Windows image. */
export function withWindowsImage(more = ""): Example {
  const parent = ["os: windows-server-2022", "architecture: x86_64"];
  return withImage({ parent, components: ["aws: update-windows"], more });
}

/** Files of an environment that builds the project's image, and another image `web` that is based on it. */
export const buildingWeb = withEnvironment({ images: { base: "    buildOnDeploy: true\n", web: "" } });

/** Returns files that add lines below the image in the project's environment. */
export function withBuilt(lines: string): Example {
  return withEnvironment({ images: { base: lines } });
}
