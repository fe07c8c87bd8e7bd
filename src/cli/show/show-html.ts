import type { ImageFactory } from "../../factory/image-factory";
import { graphOfFactory } from "../../review/drawing/graph-of-factory";
import { escaped } from "../../review/drawing/html-text";
import { drawingSection, htmlPage } from "../../review/forms/page";
import { describeFactory } from "./describe-factory";
import type { Moment } from "./when";

/** Returns an HTML page with a drawing and a description of what each environment builds. */
export function showHtml(factories: readonly ImageFactory[], moment: Moment): string {
  const sections = factories.flatMap((factory) => {
    const drawing = drawingSection(graphOfFactory(factory), new Set(), factory.environment);
    const words = `<details><summary>In words</summary><pre tabindex="0" aria-label="${escaped(factory.environment)} in words">${escaped(describeFactory(factory, moment))}</pre></details>`;
    return [{ ...drawing, title: factory.environment, html: `${drawing.html}\n${words}` }];
  });
  const count = factories.length;
  return htmlPage({
    title: "Golden images",
    mood: "calm",
    headline: `What ${count === 1 ? "one environment builds" : `${count} environments build`}`,
    sections,
  });
}
