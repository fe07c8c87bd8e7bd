import { documentName } from "../../src/factory/names";
import type { Project } from "../../src/project/load-project";

/** The data of a fleet that its stacks need, for a program that does not read definitions. */
export type BareFleet = readonly {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly images: readonly BareImage[];
}[];

interface BareImage {
  readonly name: string;
  readonly description?: string;
  readonly parent: string;
  readonly size?: number;
  readonly cron: string;
  readonly timezone: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly components: readonly {
    readonly name: string;
    readonly file: string;
    readonly description?: string;
    readonly release: string;
  }[];
}

/** Returns the data of a generated fleet. */
export function bareFleetOf(project: Project): BareFleet {
  return [...project.environments].flatMap(([name, { value: environment }]) => {
    if (environment === undefined) return [];
    const { account, region, images } = environment;
    const built = Object.entries(images).flatMap(([image, { schedule }]): BareImage[] => {
      const definition = project.images.get(image)?.value;
      if (definition === undefined || typeof schedule === "string") return [];
      const { parent, components, description, tags, volumes } = definition;
      return [
        {
          name: image,
          description,
          tags,
          parent:
            parent.from === "project"
              ? `arn:aws:imagebuilder:${region}:${account}:image/${parent.name}/x.x.x`
              : `arn:aws:imagebuilder:${region}:aws:image/amazon-linux-2023-x86/x.x.x`,
          size: volumes[0]?.size,
          cron: schedule.cron,
          timezone: schedule.timezone,
          components: components.flatMap((reference) => {
            if (reference.from !== "project") return [];
            const file = project.components.get(reference.document);
            return [
              {
                name: documentName(reference.document),
                file: file?.file ?? "",
                description: file?.checked.document?.description,
                release: reference.parameters.Release ?? "",
              },
            ];
          }),
        },
      ];
    });
    return [{ name, account, region, images: built }];
  });
}
