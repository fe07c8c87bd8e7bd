import { join } from "node:path";

import { inspectProject } from "../../../src/checks/inspect-project";
import { showHtml } from "../../../src/cli/show/show-html";
import { showJson } from "../../../src/cli/show/show-json";
import type { ImageFactory } from "../../../src/factory/image-factory";
import { resolveFactories } from "../../../src/project/factories";

const clock = { now: new Date("2026-11-26T12:00:00Z"), timezone: "UTC" };

describe("show in other formats", () => {
  let factories: readonly ImageFactory[] = [];

  beforeAll(async () => {
    const { project, lock } = await inspectProject(join(__dirname, "..", "..", "..", "examples", "everything"));
    if (lock === undefined) throw new Error("the example has no lock");
    factories = resolveFactories(project, lock);
  });

  it("says as JSON what each environment builds, and what out of what", () => {
    const { version, environments } = JSON.parse(showJson(factories, clock.now)) as {
      version: number;
      environments: {
        environment: string;
        images: { name: string; standsOn?: string; nextRuns: string[] }[];
        graph: { nodes: { id: string }[]; edges: { from: string; to: string }[] };
      }[];
    };
    expect(version).toBe(1);
    const everything = environments.find(({ environment }) => environment === "everything");
    expect(everything?.images.find(({ name }) => name === "linux-web")).toMatchObject({ standsOn: "linux-base" });
    expect(everything?.images.find(({ name }) => name === "linux-base")?.nextRuns[0]).toBe("2026-11-29T03:00:00.000Z");
    expect(everything?.graph.edges).toContainEqual({ from: "image linux-base", to: "image linux-web" });
  });

  it("draws each environment on one page that loads nothing", () => {
    const page = showHtml(factories, clock);
    for (const { environment, images } of factories) {
      expect(page).toContain(`<h2 id="${environment}-title">${environment}</h2>`);
      for (const { name } of images) expect(page).toContain(`aria-label="image ${name};`);
    }
    expect(page).not.toMatch(/<script|src=|https?:\/\/(?!www\.w3)/);
  });

  it("is the same for the same project", () => {
    expect(showHtml(factories, clock)).toBe(showHtml(factories, clock));
  });
});
