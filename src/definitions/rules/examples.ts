import type { Example } from "../../problems/rule";
import { environmentText, exampleProject } from "../example-texts";

/** A project of one image and one environment, the image written like this. */
export function ofImage(image: string): Example {
  return { "images/base.yaml": image, "environments/dev.yaml": exampleProject.environment };
}

/** The same, the environment written like this. */
export function ofEnvironment(environment: string): Example {
  return { "images/base.yaml": exampleProject.image, "environments/dev.yaml": environment };
}

/** The same, the environment listing these values. */
export function valued(image: string, values: string): Example {
  return { "images/base.yaml": image, "environments/dev.yaml": environmentText({ before: `values: ${values}\n` }) };
}
