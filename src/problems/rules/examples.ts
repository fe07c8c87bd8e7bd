import type { Example } from "../rule";

const image = "parent:\n  os: amazon-linux-2023\n  architecture: x86_64\ncomponents:\n  - aws: update-linux\n";
const environment = 'account: "123456789012"\nregion: us-east-1\nimages:\n  base:\n    schedule: manual\n';

/** Returns a project of one image and one environment. `texts` replaces the text of one or both files. */
export function project(texts: { readonly image?: string; readonly environment?: string } = {}): Example {
  return {
    "images/base.yaml": texts.image ?? image,
    "environments/dev.yaml": texts.environment ?? environment,
  };
}

/** Returns the project with text added before or after the text of the image. */
export function imageWith(before: string, after = ""): Example {
  return project({ image: `${before}${image}${after}` });
}

/** Returns the project with text added to the image, built by an environment that sets `values`. */
export function imageWithValue(more: string, values: string): Example {
  return project({ image: `${image}${more}`, environment: `values: ${values}\n${environment}` });
}

/** Returns a component document with one step; `rest` is the part of the step after its action. */
export function stepWith(action: string, rest: string, platform = "linux"): Example {
  const text = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Step\n        action: ${action}\n`;
  return { [`components/${platform}/example.yaml`]: `${text}${rest.replace(/^(?=.)/gm, " ".repeat(8))}` };
}
