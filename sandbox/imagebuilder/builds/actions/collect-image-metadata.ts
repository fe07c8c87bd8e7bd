import { randomUUID } from "node:crypto";

import { instant } from "./action";

const osVersions: Readonly<Record<string, string>> = {
  Linux: "Amazon Linux 2023",
  Windows: "Microsoft Windows Server 2022",
  macOS: "macOS 14",
};

/** Records the operating system. The packages of the image are known from then on. */
export const collectImageMetadata = instant(({ build }) => {
  const osVersion = osVersions[String(build.image.platform)] ?? "Linux";
  build.change({ osVersion });
  return { osVersion, associationId: randomUUID() };
});
