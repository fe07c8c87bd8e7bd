import type { Example } from "../../problems/rule";
import { environmentText, exampleProject } from "../example-texts";

/** Returns an example project with one image and one environment, with the given text of the image. */
export function ofImage(image: string): Example {
  return { "images/base.yaml": image, "environments/dev.yaml": exampleProject.environment };
}

/** Returns an example project with one image and one environment, with the given text of the environment. */
export function ofEnvironment(environment: string): Example {
  return { "images/base.yaml": exampleProject.image, "environments/dev.yaml": environment };
}

/** Returns an example project with the given text of the image, and an environment with the given `values`. */
export function valued(image: string, values: string): Example {
  return { "images/base.yaml": image, "environments/dev.yaml": environmentText({ before: `values: ${values}\n` }) };
}
