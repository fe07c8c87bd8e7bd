import { type EnvironmentParts, environmentText, type ImageParts, imageText } from "../definitions/example-texts";
import type { Example } from "../problems/rule";

/** The project with another image. */
export function withImage(parts: ImageParts): Example {
  return { "images/base.yaml": imageText(parts) };
}

/** The project with another environment. */
export function withEnvironment(parts: EnvironmentParts): Example {
  return { "environments/dev.yaml": environmentText(parts) };
}

/** The project with these lines below those of its environment. */
export function withSettings(lines: string): Example {
  return withEnvironment({ more: lines });
}

/** The project with a Windows image in place of its own. */
export function withWindowsImage(more = ""): Example {
  const parent = ["os: windows-server-2022", "architecture: x86_64"];
  return withImage({ parent, components: ["aws: update-windows"], more });
}

/** The project with an environment that builds its image and then another, web, which stands on it. */
export const buildingWeb = withEnvironment({ images: { base: "    buildOnDeploy: true\n", web: "" } });

/** The project with lines below the image in its environment. */
export function withBuilt(lines: string): Example {
  return withEnvironment({ images: { base: lines } });
}
