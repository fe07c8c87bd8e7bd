import type { Place } from "../../aws/place";
import type { Built } from "../../factory/built";
import type { ImageFactory } from "../../factory/image-factory";
import type { ImagePipeline } from "../../factory/pipeline";
import { parentImage } from "../../model/recipe-parent";
import { arnOf } from "../../model/reference";
import { graphOfFactory } from "../../review/drawing/graph-of-factory";
import { nextRuns } from "../../schedules/cron";
import { withoutCron } from "../../schedules/written";

/** Returns what each environment builds, as JSON for other programs. `version` increases if a member changes its meaning or is removed. */
export function showJson(factories: readonly ImageFactory[], now: Date): string {
  const environments = factories.map((factory) => {
    const { environment, place, images, containers, lifecyclePolicies, channels } = factory;
    return {
      environment,
      account: place.account,
      region: place.region,
      channels,
      images: images.map((image) => ({
        ...builtOf(image, place, now),
        rootVolume: image.rootVolume,
        distributions: image.settings.distribution?.targets ?? [],
      })),
      containers: containers.map((container) => ({
        ...builtOf(container, place, now),
        distributions: container.settings.distribution?.targets ?? [],
      })),
      lifecyclePolicies: lifecyclePolicies.map(({ name, rules }) => ({
        name,
        actions: rules.map(({ action }) => action),
      })),
      graph: graphOfFactory(factory),
    };
  });
  return `${JSON.stringify({ version: 1, environments }, undefined, 2)}\n`;
}

function builtOf({ name, standsOn, recipe, pipelines }: Built, place: Place, now: Date) {
  const own = pipelines.find(({ key }) => key === undefined);
  return {
    name,
    version: recipe.version,
    parent: parentImage(recipe.parent, place),
    standsOn,
    components: recipe.components.map((component) =>
      component.from === "project"
        ? { component: component.document, version: component.version }
        : { arn: arnOf(component, place) },
    ),
    ...(own === undefined ? { nextRuns: [] } : runsOf(own, now)),
    pipelines: pipelines.map((pipeline) => ({
      key: pipeline.key,
      name: pipeline.name,
      ...runsOf(pipeline, now),
      distributions: pipeline.settings.distribution?.targets ?? [],
    })),
  };
}

function runsOf({ enabled, schedule }: ImagePipeline, now: Date) {
  return {
    enabled,
    schedule,
    nextRuns:
      schedule === undefined || enabled === false
        ? []
        : (nextRuns(withoutCron(schedule.expression), schedule.timezone, now, 3) ?? []),
  };
}
