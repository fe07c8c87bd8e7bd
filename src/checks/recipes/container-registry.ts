import type { ProjectRule } from "../project-rule";
import { withContainer } from "./container-example";

const from = (image: string) => withContainer({ parent: [`image: ${image}`] });

/** Host names of Docker Hub, and of public and private Amazon ECR. */
const documented =
  /^((index\.|registry-1\.)?docker\.io|public\.ecr\.aws|\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws))$/;

export const containerRegistry: ProjectRule = {
  code: "container-registry",
  severity: "warning",
  summary:
    "The parent of a container is in a registry other than Docker Hub or Amazon ECR. Image Builder documents only these two, and builds from other registries are reported to fail.",
  source: "Image Builder User Guide, create a container recipe: base images of Docker Hub and Amazon ECR",
  fail: [from("▸quay.io/centos/centos:stream9"), from("▸localhost/base:1")],
  pass: [
    from("public.ecr.aws/amazonlinux/amazonlinux:2023"),
    from("library/amazonlinux:2023"),
    from("123456789012.dkr.ecr.us-east-1.amazonaws.com/base:1"),
  ],
  eachRecipe({ definition: { parent } }, report) {
    if (parent.from !== "registry" || parent.platform === "Windows") return;
    const [host = "", ...rest] = parent.image.split("/");
    const registry = rest.length > 0 && /[.:]|^localhost$/.test(host) ? host : "docker.io";
    if (documented.test(registry)) return;
    const message = `"${registry}" is neither Docker Hub nor Amazon ECR`;
    const fix = "copy the image to a repository of Amazon ECR, or let a pull-through cache of it do so";
    report(["parent", "image"], message, fix);
  },
};
