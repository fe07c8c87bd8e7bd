import { createHash, randomUUID } from "node:crypto";

import type { World } from "../imagebuilder/builds/world";
import type { MotoCalls } from "../moto-calls";

const target = "AmazonEC2ContainerRegistry_V20150921";

/** Pushes container images that consist of a manifest with a random digest and no layers. */
export function containerImages(calls: MotoCalls): Pick<World, "pushImage"> {
  return {
    pushImage: async (region, repositoryName, tags) => {
      // moto has an internal error if it pushes to a repository that does not exist.
      await calls.json("ecr", region, `${target}.DescribeRepositories`, { repositoryNames: [repositoryName] });
      const imageManifest = manifest();
      for (const imageTag of tags)
        await calls.json("ecr", region, `${target}.PutImage`, { repositoryName, imageManifest, imageTag });
    },
  };
}

function manifest(): string {
  const digest = `sha256:${createHash("sha256").update(randomUUID()).digest("hex")}`;
  return JSON.stringify({
    schemaVersion: 2,
    mediaType: "application/vnd.docker.distribution.manifest.v2+json",
    config: { mediaType: "application/vnd.docker.container.image.v1+json", size: 1, digest },
    layers: [],
  });
}
