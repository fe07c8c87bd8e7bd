import { distribution } from "../definitions/schema/distribution";
import type { BuiltImage, EnvironmentDefinition } from "../definitions/schema/environment";
import type { ImageDefinition } from "../definitions/schema/image";
import { partitionOf, type Place } from "./arn";
import type { Component, Distribution, Image, ImageFactory, ImagePipeline, Tags } from "./image-factory";
import { provenance } from "./provenance";
import { documentOf, type ImageDefinitions, resolveRecipe } from "./resolve-recipe";

/** A component document of the project, as far as a factory needs it. */
export type ComponentSource = Omit<Component, "version" | "retain">;

export interface FactoryInput {
  readonly name: string;
  readonly environment: EnvironmentDefinition;
  readonly images: ImageDefinitions;
  readonly components: ReadonlyMap<string, ComponentSource>;
  readonly versionOfComponent: (document: string) => string;
  readonly versionOfRecipe: (image: string) => string;
  /** Of the definitions, for the tags of AMIs. */
  readonly commit?: string;
}

const BUILD_DATE = "{{ imagebuilder:buildDate }}";

/** Resolves one environment. The definitions have been checked: whatever is named exists. */
export function resolveFactory(input: FactoryInput): ImageFactory {
  const { environment } = input;
  const place = placeOf(environment);
  const images = imageOrder(Object.keys(environment.images), input.images).map((name) =>
    resolveImage(name, input, place),
  );
  return {
    environment: input.name,
    place,
    providerVersion: environment.providerVersion,
    state: environment.state,
    tags: environment.tags,
    documentBucket: {
      name: environment.documents.bucket ?? `ec2imagebuilder-${place.account}-${place.region}`,
      create: environment.documents.create === true,
    },
    network: environment.network,
    build: environment.build,
    components: usedComponents(input),
    images,
  };
}

export function placeOf(environment: EnvironmentDefinition): Place {
  return { partition: partitionOf(environment), region: environment.region, account: environment.account };
}

/** Parents first, otherwise as given; names that the project does not hold are left out. */
export function imageOrder(names: readonly string[], images: ImageDefinitions): string[] {
  const ordered = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const parent = images.get(name)?.parent.image;
    if (parent !== undefined && names.includes(parent) && !path.includes(parent)) visit(parent, [...path, name]);
    if (images.has(name)) ordered.add(name);
  };
  for (const name of names) visit(name, []);
  return [...ordered];
}

function usedComponents(input: FactoryInput): Component[] {
  const documents = Object.keys(input.environment.images).flatMap((name) =>
    (input.images.get(name)?.components ?? []).map(documentOf),
  );
  return [...input.components.values()]
    .filter(({ document }) => documents.includes(document))
    .map((component) => ({
      ...component,
      version: input.versionOfComponent(component.document),
      retain: input.environment.retainComponents,
    }));
}

function resolveImage(name: string, input: FactoryInput, place: Place): Image {
  const { environment, images } = input;
  const definition = images.get(name);
  const built = environment.images[name];
  if (definition === undefined || built === undefined)
    throw new Error(`image "${name}" was not checked before it was resolved`);
  const content = resolveRecipe(name, definition, images, environment, place, input.versionOfComponent);
  const recipe = { ...content, version: input.versionOfRecipe(name), tags: definition.tags };
  return {
    name,
    standsOn: definition.parent.image,
    recipe,
    distributions: distributionsOf(definition, built, environment, {
      name,
      origin: provenance(name, recipe.version, recipe.components, input.commit),
    }),
    pipeline: pipelineOf(definition, built),
  };
}

function distributionsOf(
  definition: ImageDefinition,
  built: BuiltImage,
  environment: EnvironmentDefinition,
  { name, origin }: { readonly name: string; readonly origin: Tags },
): Distribution[] {
  const targets = built.distribute ?? [distribution.parse({ region: environment.region })];
  return targets.map(({ name: givenName, tags, copyTo, kmsKey, ...target }) => ({
    ...target,
    amiName: amiName(givenName ?? name),
    amiTags: { ...environment.tags, ...definition.tags, ...tags, ...origin },
    copyToAccounts: copyTo?.accounts ?? [],
    kmsKey: kmsKey ?? (target.region === environment.region ? environment.encryption?.kmsKey : undefined),
  }));
}

/** AMI names are unique in an account and region, so the service wants the build date in each. */
function amiName(name: string): string {
  return /\{\{\s*imagebuilder:buildDate\s*\}\}/.test(name) ? name : `${name}-${BUILD_DATE}`;
}

function pipelineOf(definition: ImageDefinition, built: BuiltImage): ImagePipeline {
  const { schedule } = built;
  return {
    description: definition.description,
    enabled: built.enabled,
    schedule:
      schedule === "manual"
        ? undefined
        : {
            expression: `cron(${schedule.cron})`,
            timezone: schedule.timezone,
            startCondition:
              schedule.start === "always"
                ? "EXPRESSION_MATCH_ONLY"
                : "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
          },
    tests: definition.tests,
    enhancedMetadata: definition.enhancedMetadata,
    tags: definition.tags,
  };
}
